package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * Which rows of a table are hidden: those of few patients, and then, in each line of a total and its parts, a second one beside a
 * single hidden one, which would else follow from the others. The second is the one of fewest patients; ties go to a part before its
 * total, then to the first key. The order of rows changes nothing.
 */
final class Suppression {
    private static final String TOTAL = "all";

    private final ResultTable table;
    private final Set<Integer> hidden = new HashSet<>();
    private final List<List<Integer>> lines = new ArrayList<>();

    private Suppression(ResultTable table) {
        this.table = table;
    }

    /** Positions of the hidden rows. */
    static Set<Integer> hidden(ResultTable table, int threshold) {
        Suppression suppression = new Suppression(table);
        for (int i = 0; i < table.rows().size(); i++) {
            long patients = table.rows().get(i).patients();
            if (patients > 0 && patients < threshold) {
                suppression.hidden.add(i);
            }
        }
        if (!suppression.hidden.isEmpty()) {
            suppression.findLines();
            suppression.complement();
        }
        return suppression.hidden;
    }

    /** A line: a total and its parts, which differ in one dimension only. */
    private void findLines() {
        List<Integer> inOrder = IntStream.range(0, table.rows().size())
                .boxed()
                .sorted(Comparator.comparing(this::name))
                .toList();
        for (int dimension = 0; dimension < table.dimensions().size(); dimension++) {
            Map<List<String>, List<Integer>> byTotal = new LinkedHashMap<>();
            for (int i : inOrder) {
                List<String> total = new ArrayList<>(row(i).key());
                total.set(dimension, TOTAL);
                byTotal.computeIfAbsent(total, line -> new ArrayList<>()).add(i);
            }
            byTotal.forEach((total, line) -> {
                if (line.stream().anyMatch(i -> row(i).key().equals(total))) {
                    lines.add(line);
                }
            });
        }
    }

    private void complement() {
        Comparator<Integer> fewestFirst = Comparator.<Integer>comparingLong(i -> row(i).patients())
                .thenComparing(i -> Collections.frequency(row(i).key(), TOTAL))
                .thenComparing(this::name);
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (List<Integer> line : lines) {
                long hiddenHere = line.stream().filter(hidden::contains).count();
                if (hiddenHere == 1) {
                    isChanged |= line.stream()
                            .filter(i -> !hidden.contains(i) && row(i).patients() > 0)
                            .min(fewestFirst)
                            .map(hidden::add)
                            .orElse(false);
                }
            }
        }
    }

    private String name(int i) {
        return String.join("\n", row(i).key());
    }

    private ResultRow row(int i) {
        return table.rows().get(i);
    }
}
