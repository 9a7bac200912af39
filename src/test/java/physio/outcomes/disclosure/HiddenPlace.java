package physio.outcomes.disclosure;

import java.util.regex.Pattern;

/**
 * Where a page would show a row that the CSV hides.
 *
 * @param page the clinic that the page is about, or {@link ShownFigure#ANY}
 * @param scope how the caption begins
 * @param column the column's label, or nothing for the whole row
 */
record HiddenPlace(String page, String scope, String label, String column) {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** Whether a number stands where none may. */
    boolean isShownBy(ShownFigure figure) {
        boolean isHere = (page.equals(ShownFigure.ANY) || page.equals(figure.page()))
                && figure.scope().startsWith(scope);
        return isHere
                && (figure.label().equals(ShownFigure.ANY)
                        ? told().matcher(figure.text()).find()
                        : figure.label().equals(label)
                                && figure.column().equals(column)
                                && DIGIT.matcher(figure.text()).find());
    }

    /** The label, and a number right behind it. */
    private Pattern told() {
        String labels = column.isEmpty() ? label : label + ", " + column;
        return Pattern.compile("(^|[^\\p{L}\\d])" + Pattern.quote(labels) + ":? [−+-]?\\d");
    }
}
