package physio.outcomes.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Releases.ClinicMonth;

/**
 * Patients who were erased, in {@code erased.json}: their keys, so that no later delivery brings them back.
 *
 * @param patients their keys
 * @param shown clinics' months in which a release had shown one of them, and the number of the last release then; of whom is not kept
 * @param isUnfinished whether the store may still hold something of them
 */
record ErasedPatients(Set<Long> patients, Map<ClinicMonth, Integer> shown, boolean isUnfinished) {
    private static final String FILE = "erased.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the list of a store.
     *
     * @param ledger says how many patients it has at least
     * @throws UserException when it is missing or damaged
     */
    static ErasedPatients read(Path folder, Ledger ledger) {
        Path file = folder.resolve(FILE);
        try {
            ErasedPatients read =
                    Files.exists(file) ? parse(Files.readString(file)) : new ErasedPatients(Set.of(), Map.of(), false);
            if (read.patients.size() >= ledger.numbers().erased()) {
                return read;
            }
        } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
            // Falls through: a list that lacks somebody and one that cannot be read have the same remedy.
        }
        throw UserException.store("The list of erased patients " + file
                + " is missing or damaged: put it back from a backup; without it, deliveries could bring them back.");
    }

    private static ErasedPatients parse(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        Set<Long> patients = new TreeSet<>();
        json.path("patients").forEach(key -> patients.add(HexFormat.fromHexDigitsToLong(key.asText())));
        Map<ClinicMonth, Integer> shown = new TreeMap<>();
        for (JsonNode month : json.path("shown")) {
            ClinicMonth of = new ClinicMonth(
                    month.path("clinic_id").asText(),
                    YearMonth.parse(month.path("month").asText()));
            shown.put(of, month.path("release").asInt());
        }
        ErasedPatients read =
                new ErasedPatients(patients, shown, json.path("unfinished").asBoolean());
        if (!read.checksum().equals(json.path("sha256").asText())) {
            throw new IOException("Not what was written");
        }
        return read;
    }

    /** With one more patient, who may have to be removed yet. */
    ErasedPatients with(long patient) {
        Set<Long> all = new TreeSet<>(patients);
        all.add(patient);
        return new ErasedPatients(all, shown, true);
    }

    /** With more clinics' months in which releases had shown them. */
    ErasedPatients alsoShown(Map<ClinicMonth, Integer> more) {
        Map<ClinicMonth, Integer> both = new TreeMap<>(shown);
        both.putAll(more);
        return new ErasedPatients(patients, both, isUnfinished);
    }

    ErasedPatients finished() {
        return new ErasedPatients(patients, shown, false);
    }

    void write(Path folder) throws IOException {
        Map<String, Object> json = json();
        json.put("sha256", checksum());
        DurableFiles.write(folder.resolve(FILE), json);
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unfinished", isUnfinished);
        HexFormat hex = HexFormat.of();
        // By their keys: not in the order in which they were erased.
        json.put(
                "patients",
                new TreeSet<>(patients).stream().map(hex::toHexDigits).toList());
        List<Map<String, Object>> months = new ArrayList<>();
        new TreeMap<>(shown).forEach((of, release) -> {
            Map<String, Object> month = new LinkedHashMap<>();
            month.put("clinic_id", of.clinic());
            month.put("month", of.month().toString());
            month.put("release", release);
            months.add(month);
        });
        json.put("shown", months);
        return json;
    }

    private String checksum() {
        return DigestUtils.sha256Hex(JSON.valueToTree(json()).toString());
    }
}
