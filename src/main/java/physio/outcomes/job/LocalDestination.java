package physio.outcomes.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A path of this machine. Who may read what is written is left to the launcher's umask. */
record LocalDestination(Path path) implements Destination {

    @Override
    public Destination resolve(String below) {
        return new LocalDestination(path.resolve(below));
    }

    @Override
    public Destination sibling(String name) {
        return new LocalDestination(named().resolveSibling(name));
    }

    @Override
    public String name() {
        Path name = named().getFileName();
        return name == null ? "" : name.toString();
    }

    /** The path, ending with a name. Only for want of one is it worked out without the file system, which may see links. */
    private Path named() {
        Path absolute = path.toAbsolutePath();
        return absolute.endsWith(".") || absolute.endsWith("..") ? absolute.normalize() : absolute;
    }

    @Override
    public boolean exists() {
        return Files.exists(path);
    }

    @Override
    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            return inside.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Override
    public String read() throws IOException {
        return Files.readString(path);
    }

    @Override
    public void write(byte[] content) throws IOException {
        Files.write(path, content);
    }

    @Override
    public void makeFolders() throws IOException {
        Files.createDirectories(path);
    }

    @Override
    public void moveTo(Destination place) throws IOException {
        Files.move(path, ((LocalDestination) place).path, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path inside : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(inside);
            }
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
