package physio.outcomes.disclosure;

/**
 * A text that stands beside a label on a page or on paper.
 *
 * @param page the clinic that the page is about, or {@code all}
 * @param scope the caption or title of what it stands in
 * @param label the row's, or {@link #ANY} where the text holds labels itself
 * @param column the column's label, or nothing for the whole row
 */
record ShownFigure(String page, String scope, String label, String column, String text) {
    static final String ANY = "*";
}
