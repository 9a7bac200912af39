package physio.outcomes.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import physio.outcomes.ingest.text.FilePart;
import physio.outcomes.ingest.text.RefusedFile;

/** Reads delivered files in this process: each is accepted with its counts, or refused with a sentence and without a trace. */
public final class SessionFiles {
    private final IngestRules rules;
    private final Keying keying;
    private final long partBytes;

    public SessionFiles(IngestRules rules, Keying keying) {
        this(rules, keying, FileParts.BYTES);
    }

    SessionFiles(IngestRules rules, Keying keying, long partBytes) {
        this.rules = rules;
        this.keying = keying;
        this.partBytes = partBytes;
    }

    /** A part that was read: what was counted, and the sink that has the rest. */
    private record PartRead(FileCounts counts, SessionSink sink) {}

    /** Reads a file into sinks, one a part; they are closed when the file is accepted, and discarded when a part is read again or the file refused. */
    public FileOutcome read(DeliveredFile file, Supplier<SessionSink> sinks) {
        Map<Integer, PartRead> reads = new TreeMap<>();
        FileOutcome outcome;
        try (GatheredKeys keys = new GatheredKeys(file.bytes())) {
            List<FilePart> parts = FileParts.of(file, rules.mapping().csv(), partBytes);
            for (FilePart part : parts) {
                read(new PartOfFile(file, 0, part), Optional.empty(), sinks.get(), keys, reads);
            }
            for (Verdicts verdicts : keys.news()) {
                FilePart part = parts.get(verdicts.part().part());
                read(new PartOfFile(file, 0, part), Optional.of(verdicts), sinks.get(), keys, reads);
            }
            outcome = FileOutcome.of(
                    file, reads.values().stream().map(PartRead::counts).toList(), rules);
        } catch (RefusedFile refused) {
            outcome = FileOutcome.refused(file, refused);
        } catch (IOException unreadable) {
            outcome = FileOutcome.refused(file, RefusedFile.unreadable());
        }
        boolean isAccepted = outcome instanceof FileOutcome.Accepted;
        reads.values().forEach(read -> end(read.sink(), isAccepted));
        return outcome;
    }

    private void read(
            PartOfFile place,
            Optional<Verdicts> verdicts,
            SessionSink sink,
            GatheredKeys keys,
            Map<Integer, PartRead> reads)
            throws RefusedFile, IOException {
        FileCounts counts = new FileCounts();
        PartRead earlier = reads.put(place.part().index(), new PartRead(counts, sink));
        if (earlier != null) {
            earlier.sink().discard();
        }
        try (PartReading reading = new PartReading.Reader(rules, keying, place, sink, verdicts).open()) {
            boolean isMore = true;
            while (isMore) {
                isMore = reading.readSegment();
                for (KeyBlock block : reading.takeKeys(keys.buckets())) {
                    keys.add(block);
                }
            }
            counts.add(reading.counts());
        }
    }

    private static void end(SessionSink sink, boolean isAccepted) {
        if (isAccepted) {
            sink.close();
        } else {
            sink.discard();
        }
    }
}
