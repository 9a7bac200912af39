package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.ingest.text.Damage;

/** What a file comes to does not hang on how it is divided or how its lines end, whatever state it is in. */
class FileShapesTest {
    private static final int FILES = 200;
    /** Of a record, not of its notes: two that differ in the line ends of a field are not the same record twice. */
    private static final Pattern LINE_END = Pattern.compile("\n(?!lines|\")");

    private final Path folder;
    private Deliveries deliveries;

    FileShapesTest(@TempDir Path folder) {
        this.folder = folder;
        this.deliveries = Deliveries.in(folder);
    }

    @BeforeEach
    void acceptHoweverMuchIsRejected() throws IOException {
        Path mapping = Files.writeString(folder.resolve("notes.yaml"), RandomFile.MAPPING);
        deliveries = deliveries.mappedBy(
                mapping, SettingsReader.parse(Deliveries.SETTINGS + "ingest: {max_rejected_share: 1}\n"));
    }

    @Test
    void partsOfAnySizeComeToTheSame() {
        for (long seed = 0; seed < FILES; seed++) {
            Reading whole = read(seed, deliveries, UnaryOperator.identity());
            for (long partBytes : List.of(1024, 97)) {
                read(seed, deliveries.inParts(partBytes), UnaryOperator.identity())
                        .assertSameAs(whole);
            }
        }
    }

    @Test
    void linesEndAsTheyLike() {
        for (long seed = 0; seed < FILES; seed++) {
            Reading unix = read(seed, deliveries, UnaryOperator.identity());
            read(seed, deliveries, csv -> csv.replace("\n", "\r\n")).assertSameAs(unix);
            read(seed, deliveries, csv -> csv.replace("\n", "\r")).assertSameAs(unix);
            Random random = new Random(seed);
            UnaryOperator<String> mixing = csv -> LINE_END.matcher(csv)
                    .replaceAll(end -> List.of("\n", "\r", "\r\n").get(random.nextInt(3)));
            read(seed, deliveries.inParts(97), mixing).assertSameAs(unix);
        }
    }

    /** Without it the others would hold of files in which nothing happens. */
    @Test
    void theFilesHaveAllThatCanBecomeOfARecord() {
        List<Reading> readings = LongStream.range(0, FILES)
                .mapToObj(seed -> read(seed, deliveries, UnaryOperator.identity()))
                .toList();
        Tally all = readings.stream().map(Reading::tally).reduce(Tally.ZERO, Tally::plus);
        assertThat(all.stored()).isGreaterThan(3000);
        assertThat(all.duplicates()).isGreaterThan(100);
        assertThat(readings.stream()
                        .flatMap(reading -> reading.findings().stream())
                        .map(Finding::reason))
                .contains(
                        ReasonCode.CONFLICTING_SESSION,
                        ReasonCode.FIELD_COUNT,
                        ReasonCode.of(Damage.STRAY_QUOTE),
                        ReasonCode.of(Damage.NUL_BYTE),
                        ReasonCode.of(Damage.INVALID_TEXT),
                        ReasonCode.BAD_DATE,
                        ReasonCode.UNKNOWN_TECHNIQUE);
    }

    private static Reading read(long seed, Deliveries deliveries, UnaryOperator<String> shaping) {
        return deliveries.read("a.csv", shaping.apply(RandomFile.of(seed)).getBytes(ISO_8859_1));
    }
}
