package physio.outcomes.ingest.text;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders that this machine sees. */
record LocalStorage() implements Storage {

    @Override
    public SeekableByteChannel open(String path) throws IOException {
        return Files.newByteChannel(Path.of(path));
    }

    @Override
    public long size(String path) throws IOException {
        return Files.size(Path.of(path));
    }

    @Override
    public boolean isFile(String path) {
        return Files.isRegularFile(Path.of(path));
    }
}
