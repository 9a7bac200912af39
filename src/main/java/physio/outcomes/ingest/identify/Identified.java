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

    /** Letters and single digits: a file without a header shows its first record there, and no number of it is to be told. */
    private String printable() {
        StringBuilder letters = new StringBuilder(column);
        for (int i = 0; i < letters.length(); i++) {
            char c = column.charAt(i);
            if (!Character.isLetter(c) && "_ -.".indexOf(c) < 0 && !isSingleDigit(i)) {
                letters.setCharAt(i, '?');
            }
        }
        return letters.toString();
    }

    private boolean isSingleDigit(int at) {
        return isDigit(at) && !isDigit(at - 1) && !isDigit(at + 1);
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < column.length() && Character.isDigit(column.charAt(at));
    }
}
