package physio.outcomes.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.domain.UserException;

class FileLocationTest {

    @ParameterizedTest
    @CsvSource({
        "exports/a.csv, exports/a.csv",
        "/exports/a.csv, /exports/a.csv",
        "file:/exports/a.csv, /exports/a.csv",
        "file:///exports/a b.csv, /exports/a b.csv",
        "12:30/a.csv, 12:30/a.csv",
        "C:/exports/a.csv, C:/exports/a.csv",
        "note:a.csv, note:a.csv"
    })
    void isAPathOfThisMachine(String text, String path) {
        FileLocation location = FileLocation.of(text);
        assertThat(location.isLocal()).isTrue();
        assertThat(location).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdfs://host:8020/exports/a.csv", "hdfs:/exports/a.csv", "s3a://bucket/a.csv"})
    void isAnAddress(String text) {
        FileLocation location = FileLocation.of(text);
        assertThat(location.isLocal()).isFalse();
        assertThat(location).hasToString(text);
        assertThat(location.name()).isEqualTo("a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://me:secret@host/a.csv", "hdfs://me:secret@host:8020/*.csv"})
    void anAddressHoldsNoPassword(String text) {
        assertThatThrownBy(() -> FileLocation.of(text))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("Cannot take an address with a password in it")
                .hasMessageNotContaining("secret");
        assertThat(FileLocation.of("hdfs://me@host/a:b@c.csv").isLocal()).isFalse();
    }

    @Test
    void tasksAreToldWhatIsSetOtherwiseThanByDefault() {
        System.setProperty("spark.hadoop.fs.shelf.impl", "some.Class");
        try {
            assertThat(HadoopStorage.ofThisMachine().settings())
                    .containsEntry("fs.shelf.impl", "some.Class")
                    .doesNotContainKeys("io.file.buffer.size", "dfs.replication");
            assertThat(HadoopStorage.ofThisMachine().toString()).doesNotContain("some.Class");
        } finally {
            System.clearProperty("spark.hadoop.fs.shelf.impl");
        }
    }
}
