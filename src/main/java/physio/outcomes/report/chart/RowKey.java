package physio.outcomes.report.chart;

/** Keeps rows apart that have the same label. */
record RowKey(int position) implements Comparable<RowKey> {
    @Override
    public int compareTo(RowKey other) {
        return Integer.compare(position, other.position);
    }
}
