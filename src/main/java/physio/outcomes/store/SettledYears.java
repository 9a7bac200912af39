package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;

/**
 * What years that are over come to, in {@code derived/}: reports need not read them again. All of it can be made anew from the sessions, and one that is damaged or
 * of other sessions is as good as none.
 */
public final class SettledYears {
    private static final String ENDING = ".jsonl";

    private final Path folder;

    SettledYears(Path store) {
        this.folder = store.resolve("derived");
    }

    /** A year, where it is kept whole. */
    public Optional<SettledYear> read(int year) {
        return read(file(year));
    }

    private static Optional<SettledYear> read(Path file) {
        try {
            return Optional.of(SettledYear.of(Files.readString(file)));
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a year, in the place of what was kept of it.
     *
     * @throws IOException when that cannot be written
     */
    public void write(SettledYear year) throws IOException {
        Files.createDirectories(folder);
        DurableFiles.replace(file(year.year()), year.text());
    }

    /**
     * Forgets all years.
     *
     * @throws UserException when they cannot be removed
     */
    public void clear() {
        try {
            for (Path file : files()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw UserException.store("Cannot remove what is in " + folder + ": check permissions.");
        }
    }

    /** The years that are kept, the first first. */
    public List<Integer> all() {
        return kept().map(file -> file.getFileName().toString())
                .map(name -> Integer.valueOf(name.substring(0, name.length() - ENDING.length())))
                .toList();
    }

    /** What is damaged, as sentences. */
    List<String> faults() {
        return kept().filter(file -> read(file).isEmpty())
                .map(file -> "The settled figures " + file
                        + " are damaged: no report is made from them; 'rebuild' makes them anew.")
                .toList();
    }

    private Stream<Path> kept() {
        return files().stream().filter(file -> file.toString().endsWith(ENDING));
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException unreadable) {
            throw UserException.store("Cannot read " + folder + ": check permissions.");
        }
    }

    private Path file(int year) {
        return folder.resolve(String.format(Locale.ROOT, "%04d", year) + ENDING);
    }
}
