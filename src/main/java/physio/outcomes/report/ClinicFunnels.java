package physio.outcomes.report;

import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.spc.Position;

/** The funnel of a measure as observed and, where there is one, adjusted for case mix: clinics are judged by the latter. */
record ClinicFunnels(Measure measure, ClinicFunnel observed, Optional<ClinicFunnel> adjusted) {

    /** Of clinics' published figures; none where there is no funnel of what was observed. */
    static Optional<ClinicFunnels> of(MonthlySubject subject, Measure measure) {
        return of(subject, FunnelChart.Units.CLINICS, measure);
    }

    /** Likewise of clinics or practitioners. */
    static Optional<ClinicFunnels> of(MonthlySubject subject, FunnelChart.Units units, Measure measure) {
        MonthlyTables tables = subject.tables();
        return units == FunnelChart.Units.CLINICS
                ? of(measure, tables.clinics(), tables.adjusted())
                : tables.practitioners().flatMap(own -> of(measure, own.observed(), own.adjusted()));
    }

    private static Optional<ClinicFunnels> of(Measure measure, PublishedTable observed, PublishedTable adjusted) {
        return ClinicFunnel.observed(observed, measure)
                .map(own -> new ClinicFunnels(measure, own, ClinicFunnel.adjusted(adjusted, measure)));
    }

    /** The one to judge by. */
    ClinicFunnel judged() {
        return adjusted.orElse(observed);
    }

    /** Whether a clinic lies further below than chance explains, whomever it treats as far as that is recorded. */
    boolean isLow(String clinic) {
        return isFarBelow(judged(), clinic);
    }

    /** Whether a clinic lies so as observed, but not once it is adjusted for whom it treats. */
    boolean isLowByCaseMix(String clinic) {
        return isFarBelow(observed, clinic) && !isLow(clinic);
    }

    /** Whether a clinic lies so as observed. */
    boolean isLowAsObserved(String clinic) {
        return isFarBelow(observed, clinic);
    }

    private static boolean isFarBelow(ClinicFunnel funnel, String clinic) {
        return funnel.position(clinic).equals(Optional.of(Position.FAR_BELOW));
    }
}
