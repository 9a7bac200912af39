package physio.outcomes.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    /**
     * Reads a file into sinks, one a part: they are closed when the file is accepted, and discarded when it is refused or a part is read
     * again.
     */
    public FileOutcome read(DeliveredFile file, Supplier<SessionSink> sinks) {
        return new OneFile(file, sinks).read();
    }

    /** The reading of one file. */
    private final class OneFile {
        private final DeliveredFile file;
        private final Supplier<SessionSink> sinks;
        private final Map<Integer, PartRead> reads = new TreeMap<>();

        OneFile(DeliveredFile file, Supplier<SessionSink> sinks) {
            this.file = file;
            this.sinks = sinks;
        }

        /** What was counted of a part, and the sink that has the rest. */
        private record PartRead(FileCounts counts, SessionSink sink) {}

        FileOutcome read() {
            RefusedFile refusal = refusal();
            FileCounts counts = new FileCounts();
            reads.values().forEach(read -> counts.add(read.counts()));
            FileOutcome outcome =
                    refusal == null ? FileOutcome.of(file, counts, rules) : FileOutcome.refused(file, refusal);
            for (PartRead read : reads.values()) {
                counts.checks().ifPresent(read.sink()::checked);
                if (outcome instanceof FileOutcome.Accepted) {
                    read.sink().close();
                } else {
                    read.sink().discard();
                }
            }
            return outcome;
        }

        private @Nullable RefusedFile refusal() {
            try (GatheredKeys keys = new GatheredKeys(file.bytes())) {
                List<FilePart> parts = FileParts.of(file, rules.mapping().csv(), partBytes);
                for (FilePart part : parts) {
                    read(part, Optional.empty(), keys);
                }
                for (Verdicts verdicts : keys.news()) {
                    read(parts.get(verdicts.part().part()), Optional.of(verdicts), keys);
                }
                return null;
            } catch (RefusedFile refused) {
                return refused;
            } catch (IOException failed) {
                // What is wrong with the file itself comes as its refusal; this is about the keys that are set aside.
                throw new UncheckedIOException(failed);
            }
        }

        private void read(FilePart part, Optional<Verdicts> verdicts, GatheredKeys keys)
                throws RefusedFile, IOException {
            PartRead read = new PartRead(new FileCounts(), sinks.get());
            PartRead earlier = reads.put(part.index(), read);
            if (earlier != null) {
                earlier.sink().discard();
            }
            PartOfFile place = new PartOfFile(file, 0, part);
            try (PartReading reading = new PartReading.Reader(rules, keying, place, read.sink(), verdicts).open()) {
                readAll(reading, read.counts(), keys);
            }
        }
    }

    private static void readAll(PartReading reading, FileCounts counts, GatheredKeys keys)
            throws RefusedFile, IOException {
        try {
            boolean isMore = true;
            while (isMore) {
                isMore = reading.readSegment();
                for (KeyBlock block : reading.takeKeys(keys.buckets())) {
                    keys.add(block);
                }
            }
        } finally {
            counts.add(reading.counts());
        }
    }
}
