package physio.outcomes.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ReleasedCell;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.Releases.Release;

/**
 * The record of a release as it lies on disk.
 *
 * @param number by which its files are named
 * @param news how many cells its table has
 * @param sha256 of that table; none where it has no cells, or an earlier version wrote it
 */
record ReleaseRecord(int number, Release release, int news, Optional<String> sha256) {
    static final String ENDING = ".json";

    private static final String SHA_256 = "cells_sha256";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAMAGED = " is damaged: put it back from a backup. Without it"
            + " figures of a few patients could be told from what was released before.";

    /** Of a new release; its cells are on disk when this returns. */
    static ReleaseRecord of(int number, Release release, List<ReleasedCell> cells, Path folder) throws IOException {
        Optional<String> sha256 =
                cells.isEmpty() ? Optional.empty() : Optional.of(ReleasedCellsFile.write(table(folder, number), cells));
        return new ReleaseRecord(number, release, cells.size(), sha256);
    }

    static ReleaseRecord read(Path file) throws IOException {
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
            Release release = new Release(
                    YearMonth.parse(json.path("month").asText()),
                    json.path("delivery").asInt(),
                    PrivacyProfile.valueOf(
                            json.path("profile").asText("internal").toUpperCase(Locale.ROOT)),
                    json.path("takes_back").asBoolean(),
                    Map.copyOf(held));
            String name = file.getFileName().toString();
            return new ReleaseRecord(
                    Integer.parseInt(name.substring(0, name.length() - ENDING.length())),
                    release,
                    json.path("new_cells").asInt(),
                    Optional.ofNullable(json.path(SHA_256).textValue()));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException damaged) {
            throw UserException.store("The release record " + file + DAMAGED);
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", release.month().toString());
        json.put("delivery", release.delivery());
        json.put("profile", release.profile().name().toLowerCase(Locale.ROOT));
        json.put("takes_back", release.takesBack());
        json.put("new_cells", news);
        sha256.ifPresent(digest -> json.put(SHA_256, digest));
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

    private static Path table(Path folder, int number) {
        return folder.resolve(Releases.name(number) + ".cells.csv");
    }

    /** The cells that it told of first. */
    List<ReleasedCell> cells(Path folder) {
        if (news == 0) {
            return List.of();
        }
        Path table = table(folder, number);
        try {
            return ReleasedCellsFile.read(table, news, sha256);
        } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
            throw UserException.store("The table of released cells " + table + DAMAGED);
        }
    }
}
