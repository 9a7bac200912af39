package physio.outcomes.measure;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Mcid;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Courses;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.sums.BaselineMoments;
import physio.outcomes.measure.sums.CourseSums;
import physio.outcomes.measure.sums.ResponseThreshold;
import physio.outcomes.measure.sums.ScoredMeasure;

/** What a month's report tells of courses of treatment, clinic by clinic; nothing after the blocks' last day is used. */
public final class MonthlyOutcomes {
    private final SessionBlocks blocks;
    private final Map<String, Measure> measures;
    private final Courses rules;
    private final List<ScoredMeasure> scored;
    private final List<ResponseThreshold> thresholds;

    private MonthlyOutcomes(SessionBlocks blocks, Map<String, Measure> measures, Courses rules) {
        this.blocks = blocks;
        this.measures = measures;
        this.rules = rules;
        this.scored = measures.values().stream()
                .map(measure -> ScoredMeasure.of(measure, blocks.firstColumn(measure)))
                .toList();
        this.thresholds = thresholds();
    }

    /**
     * Of sessions.
     *
     * @param measures of the blocks, those that are told of
     * @param gapDays a longer pause, in days, starts a new episode where none is named
     * @param share of an episode's sessions that makes a technique the episode's
     */
    public static MonthlyOutcomes of(
            SessionBlocks blocks, Map<String, Measure> measures, int gapDays, BigDecimal share) {
        return new MonthlyOutcomes(blocks, measures, new Courses(gapDays, share, blocks.vocabulary()));
    }

    /** Distribution-based thresholds take the standard deviation of the baselines of all episodes. */
    private List<ResponseThreshold> thresholds() {
        List<Measure> list = List.copyOf(measures.values());
        BaselineMoments moments =
                new BaselineMoments(scored.stream().map(ScoredMeasure::lasting).toList());
        if (list.stream().anyMatch(measure -> measure.mcid() instanceof Mcid.DeviationMultiple)) {
            moments = CoursePass.over("Baselines", blocks.blocks(), rules, moments);
        }
        List<ResponseThreshold> own = new ArrayList<>();
        for (Measure measure : list) {
            own.add(ResponseThreshold.of(measure.mcid(), measure, moments.deviation(own.size())));
        }
        return List.copyOf(own);
    }

    /** The measures that have scores, by id. */
    public Map<String, Measure> measures() {
        return measures;
    }

    /** The smallest difference that matters of each measure, in its unit, where it is one number. */
    public Map<String, OptionalDouble> commonThresholds() {
        Map<String, OptionalDouble> common = new LinkedHashMap<>();
        measures.values()
                .forEach(measure ->
                        common.put(measure.id(), thresholds.get(common.size()).common(measure)));
        return common;
    }

    /**
     * What one pass gives.
     *
     * @param ofMonth cells of the month, by technique
     * @param byMonth cells of every month up to it, all techniques together
     * @param trajectories the table of that name
     * @param participation the table of that name
     * @param closed the table {@code closed_episodes} of the month
     * @param intervals the table {@code session_intervals} of the month
     * @param activity the table of that name
     * @param recording months of clinics in which adverse events, or their absence, were recorded
     */
    public record Month(
            List<Cell> ofMonth,
            List<Cell> byMonth,
            ResultTable trajectories,
            ResultTable participation,
            ResultTable closed,
            ResultTable intervals,
            ResultTable activity,
            Set<Safety.ClinicMonth> recording) {}

    /** A month, and those before it from the first on. */
    public Month month(YearMonth first, YearMonth month) {
        Breakdown months = Breakdown.ofMonths(first, month);
        Breakdown ofMonth = Breakdown.ofMonths(month, month);
        MonthSums sums = CoursePass.over(
                "Months",
                blocks.blocks(),
                rules,
                new MonthSums(
                        changes(Breakdown.ofTechniques(month), months),
                        new Trajectories(scored, blocks.vocabulary()),
                        new Participation(months, scored, blocks.vocabulary()),
                        new ClosedEpisodes(ofMonth, rules.gapDays(), blocks.vocabulary()),
                        new SessionIntervals(ofMonth, blocks.vocabulary()),
                        new Activity(months, blocks, measures)));
        return new Month(
                sums.changes().cells(0),
                sums.changes().cells(1),
                sums.trajectories().table(measures),
                sums.participation().table(),
                sums.closed().table(),
                sums.intervals().table(),
                sums.activity().table(),
                sums.activity().recording());
    }

    /**
     * The table {@code safety} of the last of some months, and of all of them.
     *
     * @param recording months of clinics in which adverse events, or their absence, were recorded
     * @param hidden months of clinics that are left out
     */
    public ResultTable safety(
            YearMonth first, YearMonth last, Set<Safety.ClinicMonth> recording, Set<Safety.ClinicMonth> hidden) {
        Safety safety = new Safety(Breakdown.ofMonths(first, last), blocks.vocabulary(), recording, hidden);
        return (safety.hasAny() ? sum("Adverse events", first, safety) : safety).table();
    }

    /**
     * Some months as one period.
     *
     * @param ofClinics cells of clinics, all techniques together
     * @param ofRegions cells of body regions and techniques, all clinics together, of lasting change
     * @param ofPractitioners cells of practitioners, likewise, all techniques together; none where the blocks do not tell them
     */
    public record Together(List<Cell> ofClinics, List<Cell> ofRegions, List<Cell> ofPractitioners) {}

    /**
     * Some months together.
     *
     * @param hidden cells of all techniques of a clinic and month whose changes are left out of clinics and practitioners
     */
    public Together together(YearMonth first, YearMonth last, Set<Cell.Key> hidden) {
        ChangeSums sums = CoursePass.over(
                "Months together",
                blocks.since(first),
                rules,
                changes(
                        Breakdown.together(Attribute.CLINIC, first, last, hidden),
                        Breakdown.ofRegions(first, last),
                        Breakdown.together(Attribute.PRACTITIONER, first, last, hidden)));
        return new Together(sums.cells(0), sums.cells(1), sums.cells(2));
    }

    /**
     * The lasting ones among the changes that {@link #together} sums.
     *
     * @param group clinics or practitioners
     */
    public ClinicChanges lasting(Attribute group, YearMonth first, YearMonth last, Set<Cell.Key> hidden) {
        return new ClinicChanges(scored, keys(Breakdown.together(group, first, last, hidden)));
    }

    /** Sums of another kind, about a month and later ones alone, filled in a pass over all courses that reach these. */
    public <S extends CourseSums<S>> S sum(String what, YearMonth first, S empty) {
        return CoursePass.over(what, blocks.since(first), rules, empty);
    }

    /** What the codes of courses and changes mean. */
    public Vocabulary vocabulary() {
        return blocks.vocabulary();
    }

    private ChangeSums changes(Breakdown... breakdowns) {
        return new ChangeSums(
                scored, thresholds, Stream.of(breakdowns).map(this::keys).toList());
    }

    private CellKeys keys(Breakdown breakdown) {
        return new CellKeys(breakdown, scored.stream().map(ScoredMeasure::id).toList(), blocks.vocabulary());
    }
}
