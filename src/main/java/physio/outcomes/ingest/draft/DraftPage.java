package physio.outcomes.ingest.draft;

/** The lines of a draft as they are written, and how many of them the analyst must settle before it can be used. */
final class DraftPage {
    private static final int COMMENT_AT = 44;

    private final StringBuilder yaml = new StringBuilder();
    private int questions;
    private boolean isChanging;

    void line(String text) {
        yaml.append(text).append('\n');
    }

    void line(String text, String why) {
        line(text + " ".repeat(Math.max(1, COMMENT_AT - text.length())) + "# " + why);
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
