package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.FileCounts;
import physio.outcomes.ingest.KeyBlock;
import physio.outcomes.ingest.PartOfFile;
import physio.outcomes.ingest.PartReading;
import physio.outcomes.ingest.Verdicts;
import physio.outcomes.ingest.text.RefusedFile;
import scala.Tuple2;

/** A part of a file while a task reads it: keys of each segment by their bucket, and at the end what the part came to. */
final class ReadingPart implements Iterator<Tuple2<Integer, StagedPiece>> {
    private final PartTask task;
    private final PartOfFile place;
    private final int buckets;
    private final Optional<Verdicts> verdicts;
    private final Queue<Tuple2<Integer, StagedPiece>> ready = new ArrayDeque<>();
    private final StagingSink sink;
    private @Nullable PartReading reading;
    private boolean isEnded;

    ReadingPart(PartTask task, PartOfFile place, Optional<Verdicts> verdicts, int buckets) {
        this.task = task;
        this.place = place;
        this.buckets = buckets;
        this.verdicts = verdicts;
        this.sink = task.sink(place);
    }

    /** Reads to the end at once: what the part came to, without its keys. */
    StagedPart toEnd() {
        while (hasNext()) {
            if (next()._2() instanceof StagedPiece.Part part) {
                return part.part();
            }
        }
        throw new IllegalStateException("A part that was read has no end");
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !isEnded) {
            readSegment();
        }
        return !ready.isEmpty();
    }

    @Override
    public Tuple2<Integer, StagedPiece> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void readSegment() {
        try {
            readOn();
        } catch (RefusedFile refused) {
            isEnded = true;
            close();
            sink.discard();
            end(new StagedPart(place, new FileCounts(), refused.sentence(), StagedPart.Files.NONE));
        } catch (RuntimeException failed) {
            isEnded = true;
            discardAfter(failed);
            throw failed;
        }
    }

    private void readOn() throws RefusedFile {
        PartReading current = opened();
        isEnded = !current.readSegment();
        for (KeyBlock block : current.takeKeys(buckets)) {
            ready.add(new Tuple2<>(block.bucket(), new StagedPiece.Keys(block)));
        }
        if (isEnded) {
            close();
            sink.close();
            end(new StagedPart(place, current.counts(), null, sink.files()));
        } else {
            sink.endSegment();
        }
    }

    /** What went wrong first is what there is to say: on a full disk, tidying up fails too. */
    private void discardAfter(RuntimeException failed) {
        try {
            close();
            sink.discard();
        } catch (RuntimeException second) {
            failed.addSuppressed(second);
        }
    }

    private void close() {
        try {
            if (reading != null) {
                reading.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private PartReading opened() throws RefusedFile {
        PartReading current = reading;
        if (current == null) {
            current = task.open(place, sink, verdicts);
            reading = current;
        }
        return current;
    }

    private void end(StagedPart part) {
        ready.add(new Tuple2<>(place.delivery() % buckets, new StagedPiece.Part(part)));
    }
}
