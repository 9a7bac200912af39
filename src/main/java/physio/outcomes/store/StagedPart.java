package physio.outcomes.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.FileCounts;
import physio.outcomes.ingest.PartOfFile;

/**
 * A part of a delivered file after a task has read it, and the data files that hold its rows, not yet part of any table.
 *
 * @param refusal why the whole file is refused, null when the part was read to its end
 */
record StagedPart(
        PartOfFile place, FileCounts counts, @Nullable String refusal, Files files) implements Serializable {

    /** The finished files of both tables and the days of the first and last session. */
    record Files(
            List<DataFile> sessions,
            List<DataFile> quarantine,
            @Nullable LocalDate firstDate,
            @Nullable LocalDate lastDate)
            implements Serializable {
        static final Files NONE = new Files(List.of(), List.of(), null, null);

        /** Both together. */
        Files and(Files more) {
            return new Files(
                    joined(sessions, more.sessions),
                    joined(quarantine, more.quarantine),
                    Stream.of(this, more)
                            .flatMap(files -> files.first().stream())
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    Stream.of(this, more)
                            .flatMap(files -> files.last().stream())
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }

        private static List<DataFile> joined(List<DataFile> some, List<DataFile> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }

        /** Where all of them are. */
        List<String> locations() {
            return joined(sessions, quarantine).stream().map(DataFile::location).toList();
        }

        Optional<LocalDate> first() {
            return Optional.ofNullable(firstDate);
        }

        Optional<LocalDate> last() {
            return Optional.ofNullable(lastDate);
        }
    }
}
