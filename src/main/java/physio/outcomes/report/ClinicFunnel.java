package physio.outcomes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.MeanFunnel;
import physio.outcomes.spc.Position;
import physio.outcomes.spc.RankIntervals;
import physio.outcomes.spc.RankIntervals.Mean;

/** The clinics' mean improvement in a measure over the last months, against what chance alone would make of the mean of all. */
final class ClinicFunnel {
    private final MeanFunnel funnel;
    private final Map<String, PublishedRow> rows;
    private final Map<String, Mean> means = new LinkedHashMap<>();

    private ClinicFunnel(MeanFunnel funnel, Map<String, PublishedRow> rows) {
        this.funnel = funnel;
        this.rows = rows;
        for (FunnelUnit unit : funnel.units()) {
            row(unit.name())
                    .number("change_se")
                    .ifPresent(error -> means.put(unit.name(), new Mean(unit.value(), error)));
        }
    }

    /** Of published figures; none where fewer than two clinics are large enough, or where spread is not published. */
    static Optional<ClinicFunnel> of(MonthlySubject subject, Measure measure) {
        List<PublishedRow> published = subject.tables()
                .clinics()
                .where(Map.of("measure", measure.id(), "window", "episode"))
                .toList();
        Map<String, PublishedRow> rows = new LinkedHashMap<>();
        List<FunnelUnit> units = new ArrayList<>();
        OptionalDouble mean = OptionalDouble.empty();
        OptionalDouble deviation = OptionalDouble.empty();
        for (PublishedRow row : published) {
            if (row.key("clinic_id").equals(MonthlySubject.ALL)) {
                mean = row.number("improvement_mean");
                deviation = row.number("change_sd");
            } else if (row.number("improvement_mean").isPresent()
                    && row.count("n_patients").orElse(0) > 0) {
                rows.put(row.key("clinic_id"), row);
                units.add(new FunnelUnit(
                        row.key("clinic_id"),
                        row.count("n_patients").orElseThrow(),
                        row.number("improvement_mean").getAsDouble()));
            }
        }
        if (mean.isEmpty() || deviation.orElse(0) <= 0 || Funnel.judged(units).size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new ClinicFunnel(new MeanFunnel(units, mean.getAsDouble(), deviation.getAsDouble()), rows));
    }

    MeanFunnel funnel() {
        return funnel;
    }

    /** The figures of a clinic that is judged. */
    PublishedRow row(String clinic) {
        return Optional.ofNullable(rows.get(clinic)).orElseThrow();
    }

    /** A clinic's place; none where it is too small to be judged. */
    Optional<Position> position(String clinic) {
        return funnel.units().stream()
                .filter(unit -> unit.name().equals(clinic))
                .findFirst()
                .map(funnel::position);
    }

    /** The ranks that a clinic may have, in words. */
    String ranks(String clinic) {
        return Optional.ofNullable(means.get(clinic))
                .map(mean -> RankIntervals.of(mean, List.copyOf(means.values())))
                .map(own -> (own.first() == own.last() ? "" + own.first() : own.first() + " to " + own.last()) + " of "
                        + means.size())
                .orElse(Words.NONE);
    }
}
