package physio.outcomes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.MeanFunnel;
import physio.outcomes.spc.Position;
import physio.outcomes.spc.RankIntervals;
import physio.outcomes.spc.RankIntervals.Mean;

/** The clinics', or practitioners', mean improvement in a measure over the last months, against what chance alone would make of the mean of all. */
final class ClinicFunnel {
    private final MeanFunnel funnel;
    private final Map<String, PublishedRow> rows;
    private final Map<String, Mean> means = new LinkedHashMap<>();

    private ClinicFunnel(MeanFunnel funnel, Map<String, PublishedRow> rows, Columns columns) {
        this.funnel = funnel;
        this.rows = rows;
        for (FunnelUnit unit : funnel.units()) {
            columns.error(row(unit.name()), funnel.deviation() / Math.sqrt((double) unit.n()))
                    .ifPresent(error -> means.put(unit.name(), new Mean(unit.value(), error)));
        }
    }

    /** Of the improvement that was observed; none where fewer than two clinics are large enough, or where spread is not published. */
    static Optional<ClinicFunnel> observed(PublishedTable table, Measure measure) {
        Columns columns = new Columns("improvement_mean", "change_sd", Optional.of("change_se"));
        return of(table, measure, columns);
    }

    /** Of improvement adjusted for case mix; none likewise. */
    static Optional<ClinicFunnel> adjusted(PublishedTable table, Measure measure) {
        Columns columns = new Columns("adjusted_mean", "adjusted_sd", Optional.empty());
        return of(table, measure, columns);
    }

    private static Optional<ClinicFunnel> of(PublishedTable table, Measure measure, Columns columns) {
        List<PublishedRow> published = table.where(Map.of("measure", measure.id(), "window", "episode"))
                .toList();
        Map<String, PublishedRow> rows = new LinkedHashMap<>();
        List<FunnelUnit> units = new ArrayList<>();
        OptionalDouble mean = OptionalDouble.empty();
        OptionalDouble deviation = OptionalDouble.empty();
        for (PublishedRow row : published) {
            OptionalDouble own = row.number(columns.mean());
            if (row.key().get(0).equals(MonthlySubject.ALL)) {
                mean = own;
                deviation = row.number(columns.deviation());
            } else if (own.isPresent() && row.count("n_patients").orElse(0) > 0) {
                rows.put(row.key().get(0), row);
                units.add(
                        new FunnelUnit(row.key().get(0), row.count("n_patients").orElseThrow(), own.getAsDouble()));
            }
        }
        if (mean.isEmpty() || deviation.orElse(0) <= 0 || Funnel.judged(units).size() < 2) {
            return Optional.empty();
        }
        MeanFunnel funnel = new MeanFunnel(units, mean.getAsDouble(), deviation.getAsDouble());
        return Optional.of(new ClinicFunnel(funnel, rows, columns));
    }

    /**
     * What a table has.
     *
     * @param error the standard error of the mean, where there is one
     */
    private record Columns(String mean, String deviation, Optional<String> error) {
        OptionalDouble error(PublishedRow row, double otherwise) {
            return error.map(row::number).orElseGet(() -> OptionalDouble.of(otherwise));
        }
    }

    MeanFunnel funnel() {
        return funnel;
    }

    /** The figures of a clinic that is judged. */
    PublishedRow row(String clinic) {
        return Optional.ofNullable(rows.get(clinic)).orElseThrow();
    }

    /** A clinic's mean; none where it is too small to be judged. */
    OptionalDouble mean(String clinic) {
        return unit(clinic).stream().mapToDouble(FunnelUnit::value).findFirst();
    }

    /** A clinic's place; none likewise. */
    Optional<Position> position(String clinic) {
        return unit(clinic).map(funnel::position);
    }

    private Optional<FunnelUnit> unit(String clinic) {
        return funnel.units().stream()
                .filter(unit -> unit.name().equals(clinic))
                .findFirst();
    }

    /** The ranks that a clinic may have, in words. */
    String ranks(String clinic) {
        return Optional.ofNullable(means.get(clinic))
                .map(mean -> RankIntervals.of(mean, List.copyOf(means.values())))
                .map(own -> Texts.say("clinics.rank", told(own), String.valueOf(means.size())))
                .orElse(Words.NONE);
    }

    private static String told(RankIntervals.Ranks own) {
        return own.first() == own.last()
                ? String.valueOf(own.first())
                : Texts.say("number.interval", String.valueOf(own.first()), String.valueOf(own.last()));
    }
}
