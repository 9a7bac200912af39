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
    private final PastYears past;
    private final List<ScoredMeasure> scored;
    private final BaselineMoments baselines;
    private final List<ResponseThreshold> thresholds;

    private MonthlyOutcomes(SessionBlocks blocks, Map<String, Measure> measures, Courses rules, PastYears past) {
        this.blocks = blocks;
        this.measures = measures;
        this.rules = rules;
        this.past = past;
        this.scored = measures.values().stream()
                .map(measure -> ScoredMeasure.of(measure, blocks.firstColumn(measure)))
                .toList();
        this.baselines = baselines();
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
        return of(blocks, measures, gapDays, share, PastYears.NONE);
    }

    /**
     * The same where some years are known.
     *
     * @param blocks the sessions of all patients who came after those years
     */
    public static MonthlyOutcomes of(
            SessionBlocks blocks, Map<String, Measure> measures, int gapDays, BigDecimal share, PastYears past) {
        return new MonthlyOutcomes(blocks, measures, new Courses(gapDays, share, blocks.vocabulary()), past);
    }

    /** What distribution-based thresholds go by; nothing where there are none. */
    private BaselineMoments baselines() {
        BaselineMoments none =
                new BaselineMoments(scored.stream().map(ScoredMeasure::lasting).toList());
        return measures.values().stream().anyMatch(MonthlyOutcomes::goesByDeviation)
                ? CoursePass.over("Baselines", blocks.blocks(), rules, none)
                : none;
    }

    private static boolean goesByDeviation(Measure measure) {
        return measure.mcid() instanceof Mcid.DeviationMultiple;
    }

    /** Distribution-based thresholds take the standard deviation of the baselines of all episodes. */
    private List<ResponseThreshold> thresholds() {
        int first = past.last().map(year -> year + 1).orElse(0);
        List<ResponseThreshold> own = new ArrayList<>();
        for (Measure measure : measures.values()) {
            own.add(ResponseThreshold.of(
                    measure.mcid(), measure, baselines.deviation(own.size(), first, past.baselines(measure.id()))));
        }
        return List.copyOf(own);
    }

    /** The baselines of the episodes that began in a year after the known ones, as {@link PastYears} has them: of measures whose thresholds go by them. */
    public Map<String, List<Long>> baselines(int year) {
        Map<String, List<Long>> own = new LinkedHashMap<>();
        int column = 0;
        for (Measure measure : measures.values()) {
            if (goesByDeviation(measure)) {
                own.put(measure.id(), baselines.of(year, column));
            }
            column++;
        }
        return own;
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
     * @param byMonth cells of every month up to it, all techniques together, but of known years
     * @param trajectories the table of that name
     * @param participation the table of that name
     * @param closed the table {@code closed_episodes} of the month
     * @param intervals the table {@code session_intervals} of the month
     * @param activity the table of that name
     * @param recording months of clinics in which adverse events, or their absence, were recorded
     * @param resumptions of episodes after a year without a session
     */
    public record Month(
            List<Cell> ofMonth,
            List<Cell> byMonth,
            ResultTable trajectories,
            ResultTable participation,
            ResultTable closed,
            ResultTable intervals,
            ResultTable activity,
            Set<Safety.ClinicMonth> recording,
            Resumptions resumptions) {

        /**
         * The year as of whose end a year's months are as they are told here: the year after it, or the last in which one of its episodes went on after a year without a
         * session.
         */
        public int asOf(int year) {
            return resumptions.last(year);
        }
    }

    /** A month, and those before it from the first on that no known year has. */
    public Month month(YearMonth first, YearMonth month) {
        Breakdown months = Breakdown.ofMonths(past.next(first), month);
        Breakdown ofMonth = Breakdown.ofMonths(month, month);
        MonthSums sums = CoursePass.over(
                "Months",
                blocks.blocks(),
                rules,
                new MonthSums(
                        changes(Breakdown.ofTechniques(month), months),
                        new Trajectories(month, scored, blocks.vocabulary()),
                        new Participation(months, scored, blocks.vocabulary()),
                        new ClosedEpisodes(ofMonth, rules.gapDays(), blocks.vocabulary()),
                        new SessionIntervals(ofMonth, blocks.vocabulary()),
                        new Activity(months, blocks, measures),
                        new Resumptions()));
        return new Month(
                sums.changes().cells(0),
                sums.changes().cells(1),
                sums.trajectories().table(measures),
                sums.participation().table(),
                sums.closed().table(),
                sums.intervals().table(),
                sums.activity().table(),
                sums.activity().recording(),
                sums.resumptions());
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
