package physio.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that makes small runs start faster. */
class LauncherArchiveTest extends LauncherCase {
    LauncherArchiveTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void theFirstRunLeavesAnArchiveOfClassesThatLaterOnesUse() throws Exception {
        stubArchiving(1 << 27);
        Path archive = home.resolve("target/cds/17.0.9.jsa");
        assertThat(launch("run", "in")).contains("-XX:ArchiveClassesAtExit=" + archive);
        assertThat(archive.getParent()).isDirectoryContaining(archive::equals);
        assertThat(launch("run", "in").lines()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void anArchiveOfAnotherBuildIsMadeAnew() throws Exception {
        stubArchiving(1 << 27);
        Path archive = home.resolve("target/cds/17.0.9.jsa");
        launch("run", "in");
        Files.setLastModifiedTime(archive, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(launch("run", "in")).contains("-XX:ArchiveClassesAtExit=" + archive);
        assertThat(launch("run", "in").lines()).contains("-XX:SharedArchiveFile=" + archive);
    }

    /** It has loaded few classes, and whoever comes next would load the others one by one. */
    @Test
    void aRunThatFindsNothingToDoLeavesNoArchive() throws Exception {
        stubArchiving((1 << 27) - 1);
        assertThat(launch("run", "in")).contains("-XX:ArchiveClassesAtExit=");
        assertThat(home.resolve("target/cds")).isEmptyDirectory();
    }

    private void stubArchiving(int bytes) throws IOException {
        String write = installed("dd") + " if=/dev/zero of=\"${a#*=}\" bs=1 count=0 seek=" + bytes + " 2>/dev/null";
        stubJava("17.0.9", "for a in \"$@\"; do case $a in -XX:ArchiveClassesAtExit=*) " + write + " ;; esac; done");
    }

    @Test
    void aRunThatFailsLeavesNoArchive() throws Exception {
        stubJava("17.0.9", "for a in \"$@\"; do case $a in -XX:A*) : >\"${a#*=}\"; exit 4 ;; esac; done");
        assertThat(launch("run", "in").lines()).endsWith("code 4");
        assertThat(home.resolve("target/cds")).isEmptyDirectory();
    }
}
