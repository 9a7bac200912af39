package physio.outcomes.disclosure;

/** What {@code Σ sign·count} is at least and at the most. */
final class Line {
    private final int[] counts;
    private final int[] signs;
    private final double low;
    private final double high;

    Line(int[] counts, int[] signs, double low, double high) {
        this.counts = counts;
        this.signs = signs;
        this.low = low;
        this.high = high;
    }

    int length() {
        return counts.length;
    }

    int count(int place) {
        return counts[place];
    }

    int sign(int place) {
        return signs[place];
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }
}
