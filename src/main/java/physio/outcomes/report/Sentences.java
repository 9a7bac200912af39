package physio.outcomes.report;

/** The text alternative of a chart in the making. */
final class Sentences {
    private final StringBuilder text;

    /** Starts with what the chart measures and, unless empty, a remark on it. */
    Sentences(String subject, String remark) {
        text = new StringBuilder(subject)
                .append(remark.isEmpty() ? "" : ", " + remark)
                .append('.');
    }

    Sentences add(String sentence) {
        text.append(' ').append(sentence).append('.');
        return this;
    }

    /** Says how many rows are kept from the reader, if any. */
    Sentences addMissing(int missing, int all) {
        return missing == 0 ? this : add("Not shown: " + missing + " of " + all);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
