package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.disclosure.Known.Range;

/** Counts, what each can be, and linear relations that hold between them. */
final class CountSystem {
    /** No clinic of this size has as many: keeps what nothing else bounds finite. */
    static final double MOST = 100_000;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<double[]> bounds = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** The counts that some file hides, with the first place that does. */
    private final Map<Integer, String> hidden = new LinkedHashMap<>();

    private final BitSet told = new BitSet();
    private final Map<Integer, String> hiddenNumerators = new LinkedHashMap<>();

    private int place(String name) {
        return places.computeIfAbsent(name, first -> {
            names.add(first);
            bounds.add(new double[] {0, MOST});
            return bounds.size() - 1;
        });
    }

    /** A file shows a count. */
    void show(String name, Range range) {
        double[] own = bounds.get(place(name));
        own[0] = Math.max(own[0], range.low());
        own[1] = Math.min(own[1], range.high());
    }

    /** A file hides a count. */
    void hide(String name, String where) {
        hidden.putIfAbsent(place(name), where);
    }

    /** A count that one row hides may be told by another. */
    void tell(String name) {
        told.set(place(name));
    }

    /** A file hides how many of a group's rows something holds of. */
    void hideNumerator(String name, String where) {
        hiddenNumerators.putIfAbsent(place(name), where);
    }

    /** Whether some file has the count. */
    boolean has(String name) {
        return places.containsKey(name);
    }

    /** The total is the sum of its parts. */
    void sum(String total, List<String> parts) {
        lines.add(line(total, parts, 0, 0));
    }

    /** Whoever is in a part is in the total and may be in several: the largest part ≤ total ≤ sum of the parts. */
    void union(String total, List<String> parts) {
        atMostSum(total, parts);
        parts.forEach(part -> atMost(part, total));
    }

    void atMostSum(String total, List<String> parts) {
        lines.add(line(total, parts, -MOST, 0));
    }

    /** The total is the sum of its parts and of some that are not listed. */
    void atLeastSum(String total, List<String> parts) {
        lines.add(line(total, parts, 0, MOST));
    }

    private Line line(String total, List<String> parts, double low, double high) {
        int[] counts = new int[parts.size() + 1];
        int[] signs = new int[parts.size() + 1];
        counts[0] = place(total);
        signs[0] = 1;
        for (int i = 0; i < parts.size(); i++) {
            counts[i + 1] = place(parts.get(i));
            signs[i + 1] = -1;
        }
        return new Line(counts, signs, low, high);
    }

    /** The one is never more than the other. */
    void atMost(String less, String more) {
        lines.add(new Line(new int[] {place(less), place(more)}, new int[] {1, -1}, -MOST, 0));
    }

    /** What is counted twice is at least what two counts exceed a whole by. */
    void overlap(String both, String one, String other, String whole) {
        lines.add(new Line(
                new int[] {place(one), place(other), place(whole), place(both)}, new int[] {1, 1, -1, -1}, -MOST, 0));
    }

    int size() {
        return names.size();
    }

    String name(int count) {
        return names.get(count);
    }

    double low(int count) {
        return bounds.get(count)[0];
    }

    double high(int count) {
        return bounds.get(count)[1];
    }

    Range range(String name) {
        return new Range(low(place(name)), high(place(name)));
    }

    List<Line> lines() {
        return lines;
    }

    Map<Integer, String> hidden() {
        hidden.keySet().removeIf(told::get);
        return hidden;
    }

    Map<Integer, String> hiddenNumerators() {
        return hiddenNumerators;
    }

    /** Narrows what a count can be; whether that is news. */
    boolean narrow(int count, double low, double high) {
        double[] own = bounds.get(count);
        boolean isNews = low > own[0] || high < own[1];
        own[0] = Math.max(own[0], low);
        own[1] = Math.min(own[1], high);
        if (own[0] > own[1]) {
            throw new IllegalStateException("What is published contradicts itself at " + names.get(count));
        }
        return isNews;
    }
}
