package physio.outcomes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.spc.Funnel;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.PercentFunnel;
import physio.outcomes.spc.ShareFunnel;

/** How much of what clinics do can be analysed, clinic by clinic: who has few follow-ups tells little, and perhaps of the wrong patients. */
final class ParticipationBlocks {
    private final MonthlySubject subject;
    private final Measure measure;

    private ParticipationBlocks(MonthlySubject subject, Measure measure) {
        this.subject = subject;
        this.measure = measure;
    }

    /** By the first measure of the settings: the others are recorded with it. */
    static List<Block> of(MonthlySubject subject) {
        return new ParticipationBlocks(subject, subject.measures().get(0)).blocks();
    }

    private List<Block> blocks() {
        List<FunnelUnit> units = units();
        if (Funnel.judged(units).size() < 2) {
            return List.of();
        }
        ShareFunnel shares = ShareFunnel.of(units).widened();
        Funnel funnel = new PercentFunnel(shares);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                Texts.say("participation.intro", measure.label(), String.valueOf(MonthlyTables.CLINICS_MONTHS))));
        blocks.add(new Drawing(new FunnelChart(
                "participation",
                Texts.say("participation.title", measure.label()),
                new Axis(Texts.say("participation.quantity"), "%", 0),
                Better.HIGHER,
                funnel,
                FunnelChart.Units.CLINICS,
                Texts.say("unit.episodes"),
                subject.named(funnel))));
        return blocks;
    }

    /** Sums of the months that are shown. */
    private List<FunnelUnit> units() {
        Map<String, long[]> sums = new LinkedHashMap<>();
        subject.tables()
                .participation()
                .where(Map.of("measure", measure.id()))
                .filter(row -> !row.key("clinic_id").equals(MonthlySubject.ALL)
                        && subject.isOfYear(row)
                        && !row.isSuppressed())
                .forEach(row -> {
                    long[] sum = sums.computeIfAbsent(row.key("clinic_id"), clinic -> new long[2]);
                    sum[0] += row.count("n_episodes").orElse(0);
                    sum[1] += row.count("with_follow_up").orElse(0);
                });
        List<FunnelUnit> units = new ArrayList<>();
        sums.forEach((clinic, sum) -> {
            if (sum[0] > 0) {
                units.add(new FunnelUnit(clinic, sum[0], Math.min(1, (double) sum[1] / sum[0])));
            }
        });
        return units;
    }
}
