package physio.outcomes.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * Which rows of a table are hidden: those of few patients, and then, in each line of rows that has a total, a second one beside a
 * single hidden one, which would else be the total less the rest. The second is the one of fewest patients; ties go to the first key.
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

    /** A line: the parts of a total, which differ in one dimension only. */
    private void findLines() {
        for (int dimension = 0; dimension < table.dimensions().size(); dimension++) {
            Map<List<String>, List<Integer>> parts = new HashMap<>();
            Set<List<String>> totals = new HashSet<>();
            for (int i = 0; i < table.rows().size(); i++) {
                List<String> key = table.rows().get(i).key();
                List<String> rest = new ArrayList<>(key);
                rest.set(dimension, TOTAL);
                if (key.get(dimension).equals(TOTAL)) {
                    totals.add(rest);
                } else {
                    parts.computeIfAbsent(rest, line -> new ArrayList<>()).add(i);
                }
            }
            parts.forEach((rest, line) -> {
                if (totals.contains(rest)) {
                    lines.add(line);
                }
            });
        }
    }

    private void complement() {
        Comparator<Integer> fewestFirst = Comparator.<Integer>comparingLong(i -> row(i).patients())
                .thenComparing(i -> String.join("\n", row(i).key()));
        lines.sort(
                Comparator.comparing(line -> String.join("\n", row(line.get(0)).key())));
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

    private ResultRow row(int i) {
        return table.rows().get(i);
    }
}
