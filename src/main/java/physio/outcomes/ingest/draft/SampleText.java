package physio.outcomes.ingest.draft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The whole lines of a file's start, decoded.
 *
 * @param charset how a mapping names the character set
 * @param why it is taken for that
 * @param lines physical lines, as a reader of lines counts them
 */
record SampleText(String charset, String why, List<String> lines) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static SampleText of(FileStart start) {
        if (start.beginsWith(0xef, 0xbb, 0xbf)) {
            return decoded(start, StandardCharsets.UTF_8, 3, "the file says so by its first bytes")
                    .orElseThrow(() -> start.refused("says that it is UTF-8, but is not: ask for it again"));
        }
        if (start.beginsWith(0xff, 0xfe)) {
            return utf16(start, StandardCharsets.UTF_16LE);
        }
        if (start.beginsWith(0xfe, 0xff)) {
            return utf16(start, StandardCharsets.UTF_16BE);
        }
        return decoded(start, StandardCharsets.UTF_8, 0, "all of the sample is UTF-8")
                .or(() ->
                        decoded(start, WINDOWS, 0, "the sample is not UTF-8; confirm that letters such as ä are right"))
                .orElseThrow(() -> start.refused("is neither UTF-8 nor windows-1252: save it as UTF-8"));
    }

    private static SampleText utf16(FileStart start, Charset order) {
        SampleText text = decoded(start, order, 2, "the file says so by its first bytes")
                .orElseThrow(() -> start.refused("says that it is UTF-16, but is not: ask for it again"));
        return new SampleText("UTF-16", text.why, text.lines);
    }

    private static Optional<SampleText> decoded(FileStart start, Charset charset, int mark, String why) {
        byte[] bytes = start.bytes(mark);
        // A character may have been cut in two at the end: that is no fault, and its line is left out anyway.
        int most = start.isCut() ? 4 : 0;
        for (int less = 0; less <= Math.min(most, bytes.length); less++) {
            Optional<String> text = strictly(ByteBuffer.wrap(bytes, 0, bytes.length - less), charset);
            if (text.isPresent()) {
                return text.map(whole -> new SampleText(charset.name(), why, wholeLines(start, whole)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> strictly(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static List<String> wholeLines(FileStart start, String text) {
        if (text.indexOf('\0') >= 0) {
            throw start.refused("holds NUL bytes: it is no text, or UTF-16 without a mark; save it as UTF-8");
        }
        List<String> lines = text.lines().toList();
        if (!start.isCut()) {
            return lines;
        }
        if (lines.size() < 2) {
            throw start.refused("has no line end in its first 2 MiB: it does not look like CSV");
        }
        return lines.subList(0, lines.size() - 1);
    }
}
