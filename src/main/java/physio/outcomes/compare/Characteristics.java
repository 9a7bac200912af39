package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.CharacteristicSums;
import physio.outcomes.compare.sums.Coding;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Moments;

/** The table {@code characteristics}: who the studied episodes are of, by the technique of all their sessions. */
final class Characteristics {
    private static final List<ResultColumn> COLUMNS = List.of(
            Columns.PATIENTS,
            Columns.EPISODES,
            Columns.of("share", Role.RATE),
            Columns.of("mean", Role.MEAN),
            Columns.of("sd", Role.SPREAD),
            Columns.of("smd", Role.SPREAD),
            Columns.of("reference", Role.TEXT));

    private final Cohort cohort;
    private final CharacteristicSums sums;
    private final List<String> techniques;
    private final int reference;
    private final List<ResultRow> rows = new ArrayList<>();

    private Characteristics(Cohort cohort, CharacteristicSums sums) {
        this.cohort = cohort;
        this.sums = sums;
        this.techniques = cohort.layout().factors().get(0).levels();
        this.reference = cohort.plan().reference().map(techniques::indexOf).orElseGet(this::mostUsed);
    }

    /** The technique of most episodes, of several the first; −1 where no episode is of one. */
    private int mostUsed() {
        return IntStream.range(0, techniques.size())
                .filter(technique ->
                        !Comparison.NO_TECHNIQUE.contains(techniques.get(technique)) && episodes(technique) > 0)
                .boxed()
                .max(Comparator.comparingLong(this::episodes).thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
    }

    private long episodes(int technique) {
        return sums.number(technique, 0).map(ClusteredMean::rows).orElse(0L);
    }

    static ResultTable of(Cohort cohort, CharacteristicSums sums) {
        Characteristics own = new Characteristics(cohort, sums);
        for (int a = 0; a < CharacteristicSums.ATTRIBUTES.size(); a++) {
            own.addLevels(a);
        }
        own.addNumber("sessions", 0, 1);
        own.addNumber("earlier_episodes", 1, 1);
        List<Measure> measures = List.copyOf(cohort.plan().measures().values());
        for (int m = 0; m < measures.size(); m++) {
            own.addNumber(
                    "baseline_" + measures.get(m).id(), 2 + m, measures.get(m).stepSize());
        }
        return new ResultTable("characteristics", List.of("characteristic", "level", "technique"), COLUMNS, own.rows);
    }

    private void addLevels(int attribute) {
        Attribute own = CharacteristicSums.ATTRIBUTES.get(attribute);
        List<String> values = cohort.blocks().vocabulary().values(own);
        boolean isRecorded = IntStream.range(0, values.size())
                .anyMatch(code -> sums.level(techniques.size(), attribute, code).isPresent());
        if (isRecorded) {
            for (int code = 0; code < values.size(); code++) {
                addLevel(attribute, code, values.get(code));
            }
            addLevel(attribute, -1, Coding.MISSING);
            addAll(own);
        }
    }

    /** A row of all levels, so that protection knows that they add up. */
    private void addAll(Attribute attribute) {
        for (int technique = 0; technique <= techniques.size(); technique++) {
            List<String> key = List.of(attribute.column(), Cell.ALL, name(technique));
            sums.number(technique, 0).ifPresent(all -> add(key, all, List.of(number(1), BLANK, BLANK, BLANK)));
        }
    }

    private void addLevel(int attribute, int code, String name) {
        for (int technique = 0; technique <= techniques.size(); technique++) {
            Optional<ClusteredMean> level = sums.level(technique, attribute, code);
            if (level.isPresent()) {
                double share = share(technique, attribute, code);
                double ofReference = share(reference, attribute, code);
                double spread = Math.sqrt((share * (1 - share) + ofReference * (1 - ofReference)) / 2);
                add(
                        List.of(CharacteristicSums.ATTRIBUTES.get(attribute).column(), name, name(technique)),
                        level.get(),
                        List.of(
                                number(share),
                                BLANK,
                                BLANK,
                                isCompared(technique) ? number((share - ofReference) / spread) : BLANK));
            }
        }
    }

    /** Of all the technique's episodes. */
    private double share(int technique, int attribute, int code) {
        if (technique < 0) {
            return Double.NaN;
        }
        double own =
                sums.level(technique, attribute, code).map(ClusteredMean::rows).orElse(0L);
        return own / episodes(technique);
    }

    private boolean isCompared(int technique) {
        return technique != reference && technique != techniques.size();
    }

    private String name(int technique) {
        return technique == techniques.size() ? Cell.ALL : techniques.get(technique);
    }

    private void addNumber(String name, int number, double unit) {
        for (int technique = 0; technique <= techniques.size(); technique++) {
            Optional<ClusteredMean> values = sums.number(technique, number);
            if (values.isPresent()) {
                double spread = Math.sqrt((variance(technique, number) + variance(reference, number)) / 2);
                double ofReference = reference < 0
                        ? Double.NaN
                        : sums.number(reference, number)
                                .map(ClusteredMean::mean)
                                .orElse(Double.NaN);
                double mean = values.get().mean();
                add(
                        List.of(name, "", name(technique)),
                        values.get(),
                        List.of(
                                BLANK,
                                number(mean * unit),
                                number(Math.sqrt(variance(technique, number)) * unit),
                                isCompared(technique) ? number((mean - ofReference) / spread) : BLANK));
            }
        }
    }

    private double variance(int technique, int number) {
        if (technique < 0 || sums.number(technique, number).isEmpty()) {
            return Double.NaN;
        }
        ClusteredMean values = sums.number(technique, number).orElseThrow();
        return values.rows() < 2
                ? Double.NaN
                : new Moments(values.rows(), values.sum(), BigInteger.valueOf(sums.squares(technique, number)))
                        .sd().stream().map(sd -> sd * sd).findFirst().orElse(Double.NaN);
    }

    private void add(List<String> key, ClusteredMean counted, List<Figure> figures) {
        List<Figure> all = new ArrayList<>(List.of(new Count(counted.clusters()), new Count(counted.rows())));
        all.addAll(figures);
        all.add(new Text(reference < 0 ? "" : techniques.get(reference)));
        rows.add(new ResultRow(key, counted.clusters(), all));
    }
}
