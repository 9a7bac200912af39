package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.BaselineSums;
import physio.outcomes.compare.sums.ClinicDays;
import physio.outcomes.compare.sums.Coding;
import physio.outcomes.compare.sums.Included;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.LevelCounts;
import physio.outcomes.compare.sums.Sample;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.compare.sums.Sums;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Courses;

/**
 * Who is compared and how their rows are coded: what a first pass over the rows tells.
 *
 * @param coding with rare levels pooled
 * @param included what models are fitted to
 * @param arms of all samples that have rows
 * @param responses what counts as one, by measure
 * @param clinicDays the last day of each clinic
 */
record Cohort(
        ComparisonPlan plan,
        SessionBlocks blocks,
        Study study,
        Passes passes,
        Coding coding,
        Included included,
        List<Arms> arms,
        Map<String, Responses> responses,
        ClinicDays clinicDays) {

    static Cohort of(SessionBlocks blocks, ComparisonPlan plan) {
        ComparisonPlan.Scope scope = plan.scope();
        Study study = new Study(
                blocks,
                new Courses(scope.gapDays(), scope.share(), blocks.vocabulary()),
                List.copyOf(plan.measures().values()),
                scope.days(),
                scope.region());
        Passes passes = new Passes(blocks.blocks(), study);
        Coding all = new Coding(
                blocks.vocabulary(),
                plan.factors(),
                Collections.nCopies(study.samples().size(), Map.of()),
                LevelCounts.allVisits(blocks.vocabulary().values(Attribute.VISIT)));
        List<Sums> first = passes.over(
                "Counting levels",
                all,
                new LevelCounts(study, all.layout()),
                new BaselineSums(study),
                new ClinicDays());
        LevelCounts levels = (LevelCounts) first.get(0);
        Coding coding = new Coding(blocks.vocabulary(), plan.factors(), levels.rare(plan.rareBelow()), levels.visits());
        return new Cohort(
                plan,
                blocks,
                study,
                passes,
                coding,
                included(study, levels, plan),
                arms(study, levels, coding.layout(), plan),
                responses(plan, (BaselineSums) first.get(1)),
                (ClinicDays) first.get(2));
    }

    private static Included included(Study study, LevelCounts levels, ComparisonPlan plan) {
        boolean[][] isIncluded = new boolean[study.samples().size()][];
        for (int sample = 0; sample < isIncluded.length; sample++) {
            long[] patients = levels.patients(sample);
            isIncluded[sample] = new boolean[patients.length];
            for (int technique = 0; technique < patients.length; technique++) {
                isIncluded[sample][technique] = patients[technique] >= plan.rareBelow();
            }
        }
        return new Included(isIncluded);
    }

    private static Map<String, Responses> responses(ComparisonPlan plan, BaselineSums baselines) {
        Map<String, Responses> responses = new LinkedHashMap<>();
        plan.measures()
                .forEach((id, measure) ->
                        responses.put(id, Responses.of(measure, baselines.deviation(responses.size()))));
        return responses;
    }

    private static List<Arms> arms(Study study, LevelCounts levels, Layout layout, ComparisonPlan plan) {
        List<Arms> arms = new ArrayList<>();
        for (int place = 0; place < study.samples().size(); place++) {
            Sample sample = study.samples().get(place);
            Map<String, Long> patients = new TreeMap<>();
            long[] byTechnique = levels.patients(place);
            for (int technique = 0; technique < byTechnique.length; technique++) {
                if (byTechnique[technique] > 0) {
                    patients.put(layout.factors().get(0).levels().get(technique), byTechnique[technique]);
                }
            }
            if (!patients.isEmpty()) {
                long[] rows = levels.rows(study.place(sample.main()));
                String reference = plan.reference().orElseGet(() -> mostUsed(rows, layout));
                arms.add(new Arms(sample, place, measure(sample, plan), reference, new LinkedHashMap<>(patients)));
            }
        }
        return arms;
    }

    private static Measure measure(Sample sample, ComparisonPlan plan) {
        return Objects.requireNonNull(plan.measures().get(sample.measure()));
    }

    /** By rows; ties go to the first in code-point order. */
    private static String mostUsed(long[] rows, Layout layout) {
        String most = "";
        long highest = 0;
        for (int technique = 0; technique < rows.length; technique++) {
            String name = layout.factors().get(0).levels().get(technique);
            if (rows[technique] > highest && !Comparison.NO_TECHNIQUE.contains(name)) {
                most = name;
                highest = rows[technique];
            }
        }
        return most;
    }

    Layout layout() {
        return coding.layout();
    }

    /** The measure's responses, of a sample. */
    Responses responses(Sample sample) {
        return Objects.requireNonNull(responses.get(sample.measure()));
    }

    /** The arms of the samples of all rows of a window. */
    List<Arms> main() {
        return arms.stream().filter(Arms::isMain).toList();
    }

    /** The smallest difference that matters of each measure, in its unit, where it is one number. */
    Map<String, OptionalDouble> thresholds() {
        Map<String, OptionalDouble> thresholds = new LinkedHashMap<>();
        plan.measures()
                .forEach((id, measure) -> thresholds.put(
                        id,
                        Objects.requireNonNull(responses.get(id)).threshold().common(measure)));
        return thresholds;
    }

    /** Whether each technique is compared with the reference, by sample and technique. */
    boolean[][] compared() {
        boolean[][] compared =
                new boolean[study.samples().size()][layout().factors().get(0).size()];
        for (Arms own : arms) {
            for (String technique : own.others()) {
                compared[own.place()][layout().factors().get(0).level(technique)] =
                        own.obstacle(technique, plan.minPatients()).isEmpty();
            }
        }
        return compared;
    }
}
