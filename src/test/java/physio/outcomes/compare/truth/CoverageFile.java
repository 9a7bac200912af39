package physio.outcomes.compare.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import physio.outcomes.measure.statistic.ReferenceFiles;

/** A table of coverage among the reference files; {@code -Dcoverage.write=true} writes what was found instead of checking it. */
final class CoverageFile {
    private final String name;

    CoverageFile(String name) {
        this.name = name;
    }

    List<CoverageRow> rows() {
        return ReferenceFiles.reference(name).stream().map(CoverageRow::of).toList();
    }

    /** To the printed digits. */
    void assertHolds(List<CoverageRow> found) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Simulated studies with known effects, by CoverageIT and CoverageTest with -Dcoverage.write=true",
                CoverageRow.HEADER));
        found.forEach(row -> lines.add(row.line()));
        Path file = Path.of("src/test/resources/reference", name + ".csv");
        if (Boolean.getBoolean("coverage.write")) {
            Files.write(file, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(file));
    }
}
