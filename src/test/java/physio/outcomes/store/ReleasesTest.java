package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ReleasedCell;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Releases.ClinicMonth;
import physio.outcomes.store.Releases.Release;

class ReleasesTest {
    private static final YearMonth MAY = YearMonth.of(2024, 5);
    private static final Release OF_MAY = release(MAY, PrivacyProfile.INTERNAL);
    private static final Release OF_JUNE = new Release(
            MAY.plusMonths(1),
            4,
            PrivacyProfile.INTERNAL,
            false,
            Map.of(new ClinicMonth("C1", MAY), 3, new ClinicMonth("C2", MAY), 3));
    private static final ReleasedCell SHOWN =
            new ReleasedCell("outcomes {clinic_id=C1, period=2024-05}", true, 9, 40, 7);
    private static final ReleasedCell HIDDEN =
            new ReleasedCell("outcomes {clinic_id=C2, period=2024-05}", false, 3, 4, 1L << 31);

    private final Path folder;

    ReleasesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsReleasesInTheirOrder() {
        assertThat(releases().all()).isEmpty();
        releases().add(OF_MAY, List.of());
        releases().add(OF_JUNE, List.of(SHOWN));
        assertThat(releases().all()).containsExactly(OF_MAY, OF_JUNE);
    }

    @Test
    void whatIsReleasedAgainIsRecordedOnce() {
        releases().add(OF_MAY, List.of(SHOWN, HIDDEN));
        releases().add(OF_MAY, List.of(HIDDEN, SHOWN));
        assertThat(folder.resolve("releases")).isDirectoryNotContaining("glob:**/000002*");
        assertThat(releases().all()).containsExactly(OF_MAY);
    }

    @Test
    void aMonthWasLastShownByTheLastReleaseThatReachesIt() {
        releases().add(OF_MAY, List.of());
        releases().add(OF_JUNE, List.of());
        assertThat(releases().last()).containsExactly(OF_JUNE);
        Release again = new Release(MAY, 5, PrivacyProfile.INTERNAL, false, Map.of());
        releases().add(again, List.of());
        assertThat(releases().last()).containsExactly(again, OF_JUNE);
    }

    /** Of each cell every version; a table has only what is new. */
    @Test
    void remembersWhatWasTold() throws IOException {
        ReleasedCell later = new ReleasedCell(SHOWN.name(), true, 14, 60, 8);
        releases().add(OF_MAY, List.of(SHOWN, HIDDEN));
        releases().add(OF_JUNE, List.of(later, HIDDEN));
        ReleasedCells known = releases().knownTo(PrivacyProfile.INTERNAL);
        assertThat(known.of(SHOWN.name())).containsExactly(SHOWN, later);
        assertThat(known.of(HIDDEN.name())).containsExactly(HIDDEN);
        assertThat(Files.readString(folder.resolve("releases/000002.cells.csv")))
                .isEqualTo("""
                told,patients,rows,digest,cell
                shown,14,60,8,"outcomes {clinic_id=C1, period=2024-05}"
                """);
    }

    /** What everybody may read people inside read too, but they are shown more of it. */
    @Test
    void whoReadsWhatGoesByTheProfile() {
        releases().add(release(MAY, PrivacyProfile.INTERNAL), List.of(SHOWN));
        assertThat(releases().knownTo(PrivacyProfile.PUBLIC).has(SHOWN)).isFalse();
        ReleasedCell open = new ReleasedCell("activity {}", true, 90, 400, 3);
        releases().add(release(MAY, PrivacyProfile.PUBLIC), List.of(open, HIDDEN));
        assertThat(releases().knownTo(PrivacyProfile.PUBLIC).has(HIDDEN)).isTrue();
        ReleasedCells inside = releases().knownTo(PrivacyProfile.INTERNAL);
        assertThat(inside.has(SHOWN)).isTrue();
        assertThat(inside.has(open)).isTrue();
        assertThat(inside.has(HIDDEN)).isFalse();
    }

    @Test
    void whatWasTakenBackIsForgotten() {
        releases().add(OF_MAY, List.of(SHOWN, HIDDEN));
        releases().add(new Release(MAY, 3, PrivacyProfile.INTERNAL, true, Map.of()), List.of(HIDDEN));
        assertThat(releases().knownTo(PrivacyProfile.INTERNAL).has(SHOWN)).isFalse();
        assertThat(releases().knownTo(PrivacyProfile.INTERNAL).has(HIDDEN)).isTrue();
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

    @Test
    void aDamagedTableOfCellsIsNamed() throws IOException {
        releases().add(OF_MAY, List.of(SHOWN, HIDDEN));
        Path table = folder.resolve("releases/000001.cells.csv");
        String whole = Files.readString(table);
        for (String damaged : List.of(
                whole.substring(0, whole.lastIndexOf("hidden")),
                whole.replace("hidden,3", "hidden,x"),
                whole.replace("hidden", "hid"),
                whole.substring(0, whole.length() - 3),
                "")) {
            Files.writeString(table, damaged);
            assertThatThrownBy(() -> releases().knownTo(PrivacyProfile.INTERNAL))
                    .as(damaged)
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("The table of released cells " + table + " is damaged: put it back");
        }
        Files.delete(table);
        assertThatThrownBy(() -> releases().knownTo(PrivacyProfile.INTERNAL)).isInstanceOf(UserException.class);
    }

    private static Release release(YearMonth month, PrivacyProfile profile) {
        return new Release(month, 3, profile, false, Map.of());
    }

    private Releases releases() {
        return new Releases(folder);
    }
}
