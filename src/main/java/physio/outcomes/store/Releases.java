package physio.outcomes.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;

/** What was released of a store, a file each in {@code releases/}: a reader may hold it, and hold later releases against it. */
public final class Releases {
    private static final ObjectMapper JSON = new ObjectMapper();

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
     * @param held clinics' months that were shown as of an earlier delivery, whose number it is
     */
    public record Release(YearMonth month, int delivery, Map<ClinicMonth, Integer> held) {

        /** As of which delivery a clinic's month was shown. */
        int shown(ClinicMonth of) {
            return held.getOrDefault(of, delivery);
        }
    }

    /** All releases, the oldest first. */
    public List<Release> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Release> all = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                // An empty one was begun and never shown.
                if (Files.size(file) > 0) {
                    all.add(read(file));
                }
            }
            return List.copyOf(all);
        } catch (IOException unreadable) {
            throw UserException.store("Cannot read " + folder + ": check permissions.");
        }
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

    private static Release read(Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            Map<ClinicMonth, Integer> held = new TreeMap<>();
            for (JsonNode month : json.path("held_back")) {
                held.put(
                        new ClinicMonth(
                                month.path("clinic_id").asText(),
                                YearMonth.parse(month.path("month").asText())),
                        month.path("delivery").asInt());
            }
            return new Release(
                    YearMonth.parse(json.path("month").asText()),
                    json.path("delivery").asInt(),
                    Map.copyOf(held));
        } catch (JsonProcessingException | DateTimeException damaged) {
            throw UserException.store(
                    "The release record " + file + " is damaged: put it back from a backup. Without it"
                            + " late records of a few patients could be told from what was released before.");
        }
    }

    /** Adds a release, unless it is the same as the last. */
    public void add(Release release) {
        List<Release> all = all();
        if (!all.isEmpty() && all.get(all.size() - 1).equals(release)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path file = free(all.size() + 1);
            Path draft = file.resolveSibling(file.getFileName() + ".tmp");
            DurableFiles.write(draft, json(release));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.sync(folder);
        } catch (IOException failed) {
            throw UserException.store(
                    "Cannot write to " + folder + ": check room and permissions. Nothing was released.");
        }
    }

    /** Two runs may release at once: each takes a number of its own. */
    private Path free(int from) throws IOException {
        int number = from;
        while (!reserve(file(number))) {
            number++;
        }
        return file(number);
    }

    private Path file(int number) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.json", number));
    }

    private static boolean reserve(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static Map<String, Object> json(Release release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", release.month().toString());
        json.put("delivery", release.delivery());
        List<Map<String, Object>> held = new ArrayList<>();
        new TreeMap<>(release.held()).forEach((of, delivery) -> {
            Map<String, Object> month = new LinkedHashMap<>();
            month.put("clinic_id", of.clinic());
            month.put("month", of.month().toString());
            month.put("delivery", delivery);
            held.add(month);
        });
        json.put("held_back", held);
        return json;
    }
}
