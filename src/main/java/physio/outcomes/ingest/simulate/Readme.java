package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that goes with simulated sessions: what they are, what the columns mean, what is true in them. */
final class Readme {
    private Readme() {}

    static String of(SimulationPlan plan, TrueEffects effects, Map<Fault, Long> dirty) {
        return String.join(
                "\n",
                introduction(plan),
                columns(),
                trueEffects(effects),
                traps(),
                clinics(plan),
                dirtyRows(plan, dirty));
    }

    private static String introduction(SimulationPlan plan) {
        return """
                # Simulated physiotherapy sessions

                %s sessions of massage treatment in %s clinics, %s to %s, one CSV a month. Nobody in these files
                exists: they are drawn by a program that knows how well each technique works, so that an analysis of them can
                be checked against the truth, which stands below.

                Made by

                    jobs/outcomes simulate --sessions %s --seed %s --out sample-data

                into a new or empty folder. The same command gives the same bytes on every machine; another seed gives other
                patients.
                """.formatted(
                        grouped(plan.sessions()),
                        plan.clinics(),
                        plan.firstMonth(),
                        plan.lastMonth(),
                        plan.sessions(),
                        plan.seed());
    }

    private static String columns() {
        return """
                ## Columns

                UTF-8, comma-separated, line feeds, one header. A row is one booked session; an empty cell is a missing value.

                | column | type or unit | meaning |
                |---|---|---|
                %s

                Techniques: %s.
                """.formatted(
                Column.ALL.stream()
                        .map(column -> "| `%s` | %s | %s |".formatted(column.code(), column.unit(), column.meaning()))
                        .collect(Collectors.joining("\n")),
                TrueEffects.techniques().stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")));
    }

    private static String trueEffects(TrueEffects effects) {
        return """
                ## True effects

                What a course of one technique gains beyond a course of effleurage: the mean difference in improvement from the
                first session to the last attended one, both by the score before the session. Positive is better for every
                measure, also where a lower score is better.

                | technique | %s |
                |---|%s
                %s

                The figures come from potential outcomes: %s episodes, those of the first patients of this seed that have a
                follow-up, each run through every technique with the same random draws, rounded and clipped to the
                instrument. An adjusted comparison of these files should find them, give or take chance, missing scores and
                the sessions in which another technique was used.
                """.formatted(
                        Instrument.ALL.stream()
                                .map(measure -> measure.code() + ", " + measure.unit())
                                .collect(Collectors.joining(" | ")),
                        "---:|".repeat(Instrument.ALL.size()),
                        TrueEffects.techniques().stream()
                                .map(technique -> row(technique, effects))
                                .collect(Collectors.joining("\n")),
                        grouped(TrueEffects.EPISODES));
    }

    private static String row(String technique, TrueEffects effects) {
        return TrueEffects.measures().stream()
                .map(measure -> points(effects.improvement(technique, measure)))
                .collect(Collectors.joining(" | ", "| `" + technique + "` | ", " |"));
    }

    private static String traps() {
        return """
                ## What makes the truth hard to see

                - **Confounding by indication.** Deep tissue massage and trigger point work go to the patients in most pain and
                  to chronic complaints, effleurage and stretching to the mild ones. High scores fall further by themselves, so
                  the crude ranking by mean improvement in pain flatters deep tissue massage. Adjusting for the baseline score
                  (with age band, sex and body region) restores the order.
                - **Regression to the mean.** Patients come when it is bad: part of the first score is a flare that passes.
                - **Relief is not recovery.** Scores after a session are better than before it; most of that is gone by the
                  next visit, and what relieves most within the hour is not what lasts.
                - **Drop-out.** From the second visit on, a patient no better than at first is more likely to stay away.
                - **Missing scores.** About 6% of the scores of attended sessions are empty.
                - **Floors and ceilings.** A patient at 0 cannot improve: scores are whole points within the instrument.
                - **Mixed treatment.** Most episodes keep to one technique, some mix them; 4% of the sessions join two.
                - **Open ends.** Episodes start inside the period, so its first weeks hold few late visits, and the last
                  episodes are cut off.
                """;
    }

    private static String clinics(SimulationPlan plan) {
        List<String> stories = Clinic.of(plan).stream()
                .map(Clinic::story)
                .filter(story -> !story.isEmpty())
                .toList();
        return stories.isEmpty() ? "" : """
                ## Clinics with a story

                %s

                The others differ little.
                """.formatted(String.join("\n", stories));
    }

    private static String dirtyRows(SimulationPlan plan, Map<Fault, Long> dirty) {
        return """
                ## Dirty rows

                Real exports hold rows that must not be analysed; so do these, on top of the %s sessions. One comes after
                each %s attended sessions.

                | rows | fault |
                |---:|---|
                %s
                """.formatted(
                grouped(plan.sessions()),
                grouped(Simulation.ATTENDED_PER_DIRTY_ROW),
                Fault.ALL.stream()
                        .map(fault -> "| %s | %s |".formatted(grouped(dirty.getOrDefault(fault, 0L)), fault.meaning()))
                        .collect(Collectors.joining("\n")));
    }

    /** Two decimals and a sign; what rounds to zero has none. */
    static String points(double improvement) {
        String text = String.format(Locale.ROOT, "%+.2f", improvement);
        return text.substring(1).equals("0.00") ? "0.00" : text;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
