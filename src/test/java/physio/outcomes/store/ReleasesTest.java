package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.Releases.Release;

class ReleasesTest {
    private static final YearMonth MAY = YearMonth.of(2024, 5);
    private static final Release OF_MAY = new Release(MAY, 3, Map.of());
    private static final Release OF_JUNE =
            new Release(MAY.plusMonths(1), 4, Map.of(new ClinicMonth("C1", MAY), 3, new ClinicMonth("C2", MAY), 3));

    private final Path folder;

    ReleasesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsReleasesInTheirOrder() {
        assertThat(releases().all()).isEmpty();
        releases().add(OF_MAY);
        releases().add(OF_JUNE);
        assertThat(releases().all()).containsExactly(OF_MAY, OF_JUNE);
    }

    @Test
    void whatIsReleasedAgainIsRecordedOnce() {
        releases().add(OF_MAY);
        releases().add(OF_MAY);
        assertThat(folder.resolve("releases")).isDirectoryContaining("glob:**/000001.json");
        assertThat(releases().all()).containsExactly(OF_MAY);
    }

    @Test
    void aMonthWasLastShownByTheLastReleaseThatReachesIt() {
        releases().add(OF_MAY);
        releases().add(OF_JUNE);
        assertThat(releases().last()).containsExactly(OF_JUNE);
        releases().add(new Release(MAY, 5, Map.of()));
        assertThat(releases().last()).containsExactly(new Release(MAY, 5, Map.of()), OF_JUNE);
    }

    @Test
    void aDamagedRecordIsNamed() throws IOException {
        Path file = Files.createDirectories(folder.resolve("releases")).resolve("000001.json");
        Files.writeString(file, "{\"month\": \"2024-");
        assertThatThrownBy(() -> releases().all())
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("The release record " + file + " is damaged: put it back from a backup.");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> releases().all()).isInstanceOf(UserException.class);
    }

    private Releases releases() {
        return new Releases(folder);
    }
}
