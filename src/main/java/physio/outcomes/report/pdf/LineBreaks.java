package physio.outcomes.report.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: as Java says, but never within a number, which Java breaks after the point when a minus sign (U+2212) or a plus precedes. */
final class LineBreaks implements FSTextBreaker {
    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int next = breaks.next();
        while (next != BreakIterator.DONE && isInNumber(next)) {
            next = breaks.next();
        }
        return next;
    }

    private boolean isInNumber(int at) {
        return at > 0
                && at < text.length()
                && Character.isDigit(text.charAt(at))
                && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == ',');
    }
}
