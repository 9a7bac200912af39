package physio.outcomes.store;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The classes of this class path in jars, and those that a process has loaded in an archive: others start in a third of the time. */
final class ClassArchive {
    private final String classPath;
    private final Path archive;

    ClassArchive(Path folder) {
        List<String> jars = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = folder.resolve("classes" + jars.size() + ".jar");
            if (!place.isEmpty() && Files.isDirectory(Path.of(place))) {
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "cf", jar.toString(), "-C", place, ".");
                jars.add(jar.toString());
            } else if (place.endsWith(".jar")) {
                jars.add(place);
            }
        }
        this.classPath = String.join(File.pathSeparator, jars);
        this.archive = folder.resolve("classes.jsa");
    }

    /** The options of the process that makes the archive when it ends. */
    List<String> making() {
        return List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath);
    }

    /** The options of those that use it. */
    List<String> using() {
        return List.of("-XX:SharedArchiveFile=" + archive, "-cp", classPath);
    }
}
