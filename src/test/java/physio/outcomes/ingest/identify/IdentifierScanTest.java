package physio.outcomes.ingest.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** From which share on a column holds identifiers; each test is named with its row of INPUTS.md. */
class IdentifierScanTest {
    private static final List<String> NHS = LongStream.iterate(9_434_765_919L, number -> number + 1)
            .mapToObj(String::valueOf)
            .filter(NhsNumbers::isOne)
            .limit(20)
            .toList();

    @Test
    void row47OneEmailIsEnoughInASmallFileAndTenInALargeOne() {
        assertThat(kind(mixed("a@b.org", 1, 98))).isEqualTo("EMAIL");
        assertThat(kind(mixed("a@b.org", 1, 99))).isEqualTo("none");
        assertThat(kind(mixed("a@b.org", 9, 100_000))).isEqualTo("none");
        assertThat(kind(mixed("a@b.org", 10, 100_000))).isEqualTo("EMAIL");
    }

    @Test
    void row47PhonesAndPostcodesCountFromAShareOn() {
        assertThat(kind(mixed("+44 7700 900123", 1, 8))).isEqualTo("PHONE");
        assertThat(kind(mixed("+44 7700 900123", 1, 9))).isEqualTo("none");
        assertThat(kind(mixed("SW1A 1AA", 2, 10))).isEqualTo("POSTCODE");
        assertThat(kind(mixed("CR26XH", 9, 0))).isEqualTo("none");
        assertThat(kind(mixed("CR26XH", 10, 9))).isEqualTo("POSTCODE");
        assertThat(kind(mixed("CR26XH", 10, 10))).isEqualTo("none");
    }

    @Test
    void row47NhsNumbersCountFromTenOnWhenMoreThanHalfAreValid() {
        assertThat(kind(NHS.subList(0, 9))).isEqualTo("none");
        assertThat(kind(NHS.subList(0, 10))).isEqualTo("NHS_NUMBER");
        assertThat(kind(IntStream.range(0, 5_000)
                        .mapToObj(i -> String.valueOf(4_000_000_000L + i))
                        .toList()))
                .isEqualTo("none");
    }

    @Test
    void row47DaysBefore1990AreDatesOfBirth() {
        assertThat(kind(mixed("1954-03-12", 10, 39))).isEqualTo("BIRTH_DATE");
        assertThat(kind(mixed("1954-03-12", 10, 40))).isEqualTo("none");
    }

    @Test
    void row47EmptyValuesDoNotDiluteAColumn() {
        IdentifierScan scan = new IdentifierScan(List.of("x"), Set.of());
        IntStream.range(0, 1_000).forEach(i -> scan.scan(List.of("")));
        scan.scan(List.of("a@b.org"));
        assertThat(scan.found()).isPresent();
    }

    @Test
    void row47NamesTheColumnAndTheKindAndNeverAValue() {
        IdentifierScan scan = new IdentifierScan(List.of("id", "contact"), Set.of());
        scan.scan(List.of("1", "jane@example.org"));
        assertThat(scan.found().orElseThrow().sentence())
                .isEqualTo(
                        "has the column 'contact', which holds e-mail addresses; remove it where the file is made, or"
                                + " leave it out on purpose (ignore: [contact]); as an id use a pseudonym.");
    }

    @Test
    void row47AColumnLeftOutByNameIsNotScanned() {
        IdentifierScan scan = new IdentifierScan(List.of("id", "contact "), Set.of("contact"));
        scan.scan(List.of("1", "jane@example.org"));
        assertThat(scan.found()).isEmpty();
        assertThat(scan.columns()).isEqualTo(1);
    }

    @Test
    void partsOfAFileAddUpToTheFile() {
        List<String> values = mixed("CR26XH", 12, 8);
        IdentifierScan first = scanned(values.subList(0, 9));
        assertThat(first.found()).isEmpty();
        first.merge(scanned(values.subList(9, 20)));
        assertThat(first.found()).isEqualTo(scanned(values).found()).isPresent();
    }

    private static String kind(List<String> values) {
        return scanned(values).found().map(found -> found.kind().name()).orElse("none");
    }

    private static IdentifierScan scanned(List<String> values) {
        IdentifierScan scan = new IdentifierScan(List.of("x"), Set.of());
        values.forEach(value -> scan.scan(List.of(value)));
        return scan;
    }

    /** So many of a value, and so many that say nothing. */
    private static List<String> mixed(String value, int many, int others) {
        return IntStream.range(0, many + others)
                .mapToObj(i -> i < many ? value : "S00" + i)
                .toList();
    }
}
