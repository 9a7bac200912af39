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
import physio.outcomes.store.Releases.Memory;
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
        add(OF_MAY, List.of());
        add(OF_JUNE, List.of(SHOWN));
        assertThat(releases().all()).containsExactly(OF_MAY, OF_JUNE);
    }

    @Test
    void whatIsReleasedAgainIsRecordedOnce() {
        add(OF_MAY, List.of(SHOWN, HIDDEN));
        add(OF_MAY, List.of(HIDDEN, SHOWN));
        assertThat(folder.resolve("releases")).isDirectoryNotContaining("glob:**/000002*");
        assertThat(releases().all()).containsExactly(OF_MAY);
    }

    @Test
    void aMonthWasLastShownByTheLastReleaseThatReachesIt() {
        add(OF_MAY, List.of());
        add(OF_JUNE, List.of());
        assertThat(releases().last()).containsExactly(OF_JUNE);
        Release again = new Release(MAY, 5, PrivacyProfile.INTERNAL, false, Map.of());
        add(again, List.of());
        assertThat(releases().last()).containsExactly(again, OF_JUNE);
    }

    /** Of each cell every version; a table has only what is new. */
    @Test
    void remembersWhatWasTold() throws IOException {
        ReleasedCell later = new ReleasedCell(SHOWN.name(), true, 14, 60, 8);
        add(OF_MAY, List.of(SHOWN, HIDDEN));
        add(OF_JUNE, List.of(later, HIDDEN));
        ReleasedCells known = releases().memory(PrivacyProfile.INTERNAL).cells();
        assertThat(known.of(SHOWN.name())).containsExactly(SHOWN, later);
        assertThat(known.of(HIDDEN.name())).containsExactly(HIDDEN);
        assertThat(Files.readString(folder.resolve("releases/000002.cells.csv")))
                .isEqualTo("""
                told,patients,rows,digest,cell
                shown,14,60,8,"outcomes {clinic_id=C1, period=2024-05}"
                """);
    }

    /** What everybody may read is rounded: people inside know no exact number by it. */
    @Test
    void eachProfileHasItsOwnReaders() {
        add(release(MAY, PrivacyProfile.INTERNAL), List.of(SHOWN));
        add(release(MAY, PrivacyProfile.PUBLIC), List.of(HIDDEN));
        ReleasedCells inside = releases().memory(PrivacyProfile.INTERNAL).cells();
        assertThat(inside.has(SHOWN)).isTrue();
        assertThat(inside.has(HIDDEN)).isFalse();
        ReleasedCells outside = releases().memory(PrivacyProfile.PUBLIC).cells();
        assertThat(outside.has(SHOWN)).isFalse();
        assertThat(outside.has(HIDDEN)).isTrue();
    }

    @Test
    void whatWasTakenBackIsForgotten() {
        add(OF_MAY, List.of(SHOWN, HIDDEN));
        add(new Release(MAY, 3, PrivacyProfile.INTERNAL, true, Map.of()), List.of(HIDDEN));
        assertThat(releases().memory(PrivacyProfile.INTERNAL).cells().has(SHOWN))
                .isFalse();
        assertThat(releases().memory(PrivacyProfile.INTERNAL).cells().has(HIDDEN))
                .isTrue();
    }

    /** Neither knew of the other: together they may tell more than each. */
    @Test
    void ofTwoMadeAtTheSameTimeTheSecondIsRefused() {
        Memory memory = releases().memory(PrivacyProfile.INTERNAL);
        releases().add(OF_MAY, List.of(HIDDEN), memory);
        assertThatThrownBy(() -> releases().add(OF_JUNE, List.of(SHOWN), memory))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("Another report or export of this store was made at the same time");
        assertThat(releases().all()).containsExactly(OF_MAY);
        add(OF_JUNE, List.of(SHOWN));
        assertThat(releases().all()).containsExactly(OF_MAY, OF_JUNE);
    }

    /** What a run began and did not end, nobody has read. */
    @Test
    void aReleaseThatWasBegunOnlyKeepsItsNumber() throws IOException {
        Files.createFile(Files.createDirectories(folder.resolve("releases")).resolve("000001.json"));
        add(OF_MAY, List.of(SHOWN));
        assertThat(releases().all()).containsExactly(OF_MAY);
        assertThat(folder.resolve("releases/000002.cells.csv")).exists();
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
        add(OF_MAY, List.of(SHOWN, HIDDEN));
        Path table = folder.resolve("releases/000001.cells.csv");
        String whole = Files.readString(table);
        for (String damaged : List.of(
                whole.substring(0, whole.lastIndexOf("hidden")),
                whole.replace("hidden,3", "hidden,x"),
                whole.replace("hidden,3", "hidden,7"),
                whole.replace("shown,9", "hidden,9"),
                whole.replace("hidden", "hid"),
                whole.substring(0, whole.length() - 3),
                "")) {
            Files.writeString(table, damaged);
            assertThatThrownBy(() -> releases().memory(PrivacyProfile.INTERNAL).cells())
                    .as(damaged)
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("The table of released cells " + table + " is damaged: put it back");
        }
        Files.delete(table);
        assertThatThrownBy(() -> releases().memory(PrivacyProfile.INTERNAL).cells())
                .isInstanceOf(UserException.class);
    }

    @Test
    void aRecordOfAnEarlierVersionHasNoChecksumAndIsRead() throws IOException {
        add(OF_MAY, List.of(SHOWN, HIDDEN));
        Path record = folder.resolve("releases/000001.json");
        String text = Files.readString(record);
        assertThat(text).containsPattern("\\R  \"cells_sha256\" : \"[0-9a-f]{64}\",");
        Files.writeString(record, text.replaceFirst("\\R  \"cells_sha256\" : \"[0-9a-f]{64}\",", ""));
        ReleasedCells known = releases().memory(PrivacyProfile.INTERNAL).cells();
        assertThat(known.has(SHOWN)).isTrue();
        assertThat(known.has(HIDDEN)).isTrue();
    }

    private static Release release(YearMonth month, PrivacyProfile profile) {
        return new Release(month, 3, profile, false, Map.of());
    }

    private void add(Release release, List<ReleasedCell> cells) {
        Memory memory = releases().memory(release.profile());
        releases().add(release, cells, release.takesBack() ? memory.forgotten() : memory);
    }

    private Releases releases() {
        return new Releases(folder);
    }
}
