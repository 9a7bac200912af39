package physio.outcomes.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A folder with an inbox, a store and reports, and commands run on them. */
record Place(Path inbox, Path store, Path reports) {

    static Place in(Path folder) {
        return new Place(folder.resolve("inbox"), folder.resolve("store"), folder.resolve("reports"));
    }

    Place withStore(Path other) {
        return new Place(inbox, other, reports);
    }

    Place withReports(Path other) {
        return new Place(inbox, store, other);
    }

    /** Runs a command on the store and the reports. */
    Ended command(String... arguments) {
        return Ended.of(Stream.concat(
                        Stream.of(arguments), Stream.of("--store", store.toString(), "--reports", reports.toString()))
                .toArray(String[]::new));
    }

    /** Runs a command on the inbox, the store and the reports. */
    Ended take(String command) {
        return command(command, inbox.toString());
    }

    /** Writes a file into the inbox. */
    Path deliver(String name, String text) {
        try {
            return Files.writeString(Files.createDirectories(inbox).resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file below the reports. */
    String text(String file) {
        try {
            return Files.readString(reports.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All files below the reports by their path there, byte for byte. */
    Map<String, String> files() {
        try (Stream<Path> paths = Files.walk(reports)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(reports.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a reader sees of them: of a PDF its text. */
    Map<String, String> texts() {
        Map<String, String> texts = files();
        texts.replaceAll((name, content) -> name.endsWith(".pdf") ? pdfText(content) : content);
        return texts;
    }

    private static String pdfText(String bytes) {
        try (PDDocument document = Loader.loadPDF(bytes.getBytes(StandardCharsets.ISO_8859_1))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All of those without run records, which hold times. */
    Map<String, String> results() {
        Map<String, String> results = files();
        results.keySet().removeIf(file -> file.endsWith("run.json"));
        return results;
    }
}
