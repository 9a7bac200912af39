package physio.outcomes.ingest.draft;

import org.apache.commons.text.WordUtils;

/** The lines of a draft as they are written, and how many of them the analyst must settle before it can be used. */
final class DraftPage {
    private static final int COMMENT_AT = 44;
    private static final int WIDTH = 120;

    private final StringBuilder yaml = new StringBuilder();
    private int questions;
    private boolean isChanging;

    void line(String text) {
        yaml.append(text).append('\n');
    }

    /** A line and its comment: behind it where there is room, else above it. */
    void line(String text, String why) {
        String gap = " ".repeat(Math.max(1, COMMENT_AT - text.length()));
        if (text.length() + gap.length() + 2 + why.length() <= WIDTH) {
            line(text + gap + "# " + why);
        } else {
            comment(" ".repeat(text.length() - text.stripLeading().length()), why);
            line(text);
        }
    }

    /** Lines of nothing but a comment. */
    void comment(String indent, String why) {
        WordUtils.wrap(why, WIDTH - indent.length() - 2, "\n", false)
                .lines()
                .forEach(part -> line(indent + "# " + part));
    }

    /** A line of how the file is written that differs from what is read without a mapping. */
    void change(String text, String why) {
        isChanging = true;
        line(text, why);
    }

    /** A canonical column, in one line. */
    void column(String name, String body, String why) {
        isChanging |= !body.equals("{from: " + name + "}");
        line("  " + name + ": " + body, why);
    }

    /** A line without which the draft cannot be used as it is: what is asked stands behind it. */
    void question(String text, String why) {
        questions++;
        line(text, why);
    }

    int questions() {
        return questions;
    }

    /** Whether the file differs from a canonical one at all. */
    boolean isChanging() {
        return isChanging || questions > 0;
    }

    String yaml() {
        return yaml.toString();
    }
}
