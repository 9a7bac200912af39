package physio.outcomes.ingest.identify;

/**
 * A column that identifies people.
 *
 * @param column its name in the file's header
 */
public record Identified(String column, IdentifierKind kind, Evidence evidence) {

    /** What gave the column away. */
    public enum Evidence {
        NAME,
        VALUES
    }

    /** The rest of a sentence about the file: column, kind and remedy, and no value. */
    public String sentence() {
        String what = switch (evidence) {
            case NAME -> "which is named like one of ";
            case VALUES -> "which holds ";
        };
        return "has the column '" + printable() + "', " + what + kind.words()
                + "; remove it where the file is made, or leave it out on purpose (ignore: [" + printable()
                + "]); as an id use a pseudonym.";
    }

    /** Letters only: a file without a header shows its first record there. */
    private String printable() {
        StringBuilder letters = new StringBuilder(column);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (!Character.isLetter(c) && "_ -.".indexOf(c) < 0) {
                letters.setCharAt(i, '?');
            }
        }
        return letters.toString();
    }
}
