package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.ReleasedCell;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.UserException;

/**
 * What was released of a store, in {@code releases/}: a reader may hold it, and hold later releases against it. Each release has a record, and beside it a table of the cells that
 * it told of and none before it had.
 */
public final class Releases {
    private final Path folder;

    Releases(Path store) {
        this.folder = store.resolve("releases");
    }

    /** A clinic's month. */
    public record ClinicMonth(String clinic, YearMonth month) implements Comparable<ClinicMonth> {
        @Override
        public int compareTo(ClinicMonth other) {
            int byClinic = clinic.compareTo(other.clinic);
            return byClinic == 0 ? month.compareTo(other.month) : byClinic;
        }
    }

    /**
     * Months up to one, as they were released.
     *
     * @param month the last
     * @param delivery the number of the newest delivery then
     * @param profile by which it was protected
     * @param takesBack whether nobody has read those before it
     * @param held clinics' months that were shown as of an earlier delivery, whose number it is
     */
    public record Release(
            YearMonth month, int delivery, PrivacyProfile profile, boolean takesBack, Map<ClinicMonth, Integer> held) {

        /** As of this delivery nothing is shown. */
        static final int NEVER = 0;

        /** As of which deliveries something was shown. */
        Set<Integer> versions() {
            Set<Integer> versions = new TreeSet<>(held.values());
            versions.add(delivery);
            versions.remove(NEVER);
            return versions;
        }

        /** As of which delivery a clinic's month was shown. */
        int shown(ClinicMonth of) {
            return held.getOrDefault(of, delivery);
        }
    }

    /** All releases, the oldest first. */
    public List<Release> all() {
        return recorded().stream().map(ReleaseRecord::release).toList();
    }

    /** The records of all releases, the oldest first. */
    List<ReleaseRecord> recorded() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<ReleaseRecord> all = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(ReleaseRecord.ENDING))
                    .sorted()
                    .toList()) {
                // An empty one was begun and never shown.
                if (Files.size(file) > 0) {
                    all.add(ReleaseRecord.read(file));
                }
            }
            return List.copyOf(all);
        } catch (IOException unreadable) {
            throw UserException.store("Cannot read " + folder + ": check permissions.");
        }
    }

    /**
     * Reads all of them.
     *
     * @throws UserException when one is damaged
     */
    void check() {
        recorded().forEach(record -> record.cells(folder));
    }

    /** Of some clinics' months those that a reader may have seen, with the number of the last release. */
    Map<ClinicMonth, Integer> showing(Set<ClinicMonth> months) {
        List<ReleaseRecord> records = recorded();
        Optional<YearMonth> last =
                records.stream().map(record -> record.release().month()).max(Comparator.naturalOrder());
        Map<ClinicMonth, Integer> shown = new TreeMap<>();
        months.stream()
                .filter(of -> last.isPresent() && !of.month().isAfter(last.orElseThrow()))
                .forEach(of -> shown.put(of, records.get(records.size() - 1).number()));
        return shown;
    }

    /** Those that were the last to show some month, by their month. */
    List<Release> last() {
        TreeMap<YearMonth, Release> last = new TreeMap<>();
        all().forEach(release -> {
            last.headMap(release.month(), true).clear();
            last.put(release.month(), release);
        });
        return List.copyOf(last.values());
    }

    /**
     * What the readers of earlier releases know.
     *
     * @param cells that those told of
     * @param isForgotten whether nobody has read them, so that there are none
     * @param next the number of the next release
     */
    public record Memory(ReleasedCells cells, boolean isForgotten, int next) {

        /** As if nobody had read anything. */
        public Memory forgotten() {
            return new Memory(ReleasedCells.none(), true, next);
        }
    }

    /** What those know who read what is released by a profile. What another profile showed they know in other numbers, if at all. */
    public Memory memory(PrivacyProfile profile) {
        int next = 1;
        while (Files.exists(file(next))) {
            next++;
        }
        return new Memory(known(recorded(), profile), false, next);
    }

    private ReleasedCells known(List<ReleaseRecord> records, PrivacyProfile profile) {
        ReleasedCells known = ReleasedCells.none();
        for (ReleaseRecord record : records) {
            if (record.release().takesBack()) {
                known = ReleasedCells.none();
            }
            if (record.release().profile() == profile) {
                known.add(record.cells(folder));
            }
        }
        return known;
    }

    /**
     * Adds a release, unless it tells the same as the last.
     *
     * @param memory that it was made with
     * @throws UserException when another was added meanwhile
     */
    public void add(Release release, List<ReleasedCell> cells, Memory memory) {
        List<ReleaseRecord> before = recorded();
        boolean isLast =
                !before.isEmpty() && before.get(before.size() - 1).release().equals(release);
        if (isLast && cells.stream().allMatch(known(before, release.profile())::has)) {
            return;
        }
        List<ReleasedCell> news =
                cells.stream().filter(cell -> !memory.cells().has(cell)).toList();
        Path file = file(memory.next());
        try {
            Files.createDirectories(folder);
            Files.createFile(file);
            ReleaseRecord record = ReleaseRecord.of(memory.next(), release, news, folder);
            DurableFiles.write(file, record.json());
        } catch (FileAlreadyExistsException taken) {
            throw new UserException(
                    ExitCode.STORE_BUSY,
                    "Another report or export of this store was made at the same time, and the two must not tell more"
                            + " together than each: run this one again.");
        } catch (IOException failed) {
            throw UserException.store(
                    "Cannot write to " + folder + ": check room and permissions. Nothing was released.");
        }
    }

    private Path file(int number) {
        return folder.resolve(name(number) + ReleaseRecord.ENDING);
    }

    static String name(int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }
}
