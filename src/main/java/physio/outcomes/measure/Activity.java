package physio.outcomes.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.CourseSums;
import physio.outcomes.measure.sums.MarginSums;

/** What was booked, attended and scored, by clinic and for all, month by month: the table {@code activity}. */
final class Activity implements CourseSums<Activity> {
    private static final long serialVersionUID = 1L;

    /** The patients of the sums are counted by month and clinic, whatever the episode. */
    private static final int NO_EPISODE = 1;

    private final Breakdown months;
    private final ArrayList<String> clinics;

    /** Of the columns of the table, where the blocks have their scores. */
    private final ArrayList<Integer> columns = new ArrayList<>();

    private final ArrayList<String> names = new ArrayList<>();

    private final MarginSums booked = new MarginSums(0);

    /** Of each score whether it is there, and last whether something is said of adverse events. */
    private final MarginSums attended;

    Activity(Breakdown months, SessionBlocks blocks, Map<String, Measure> measures) {
        this.months = months;
        this.clinics = new ArrayList<>(CellKeys.withMargin(blocks.vocabulary(), Attribute.CLINIC));
        for (Measure measure : measures.values()) {
            int column = blocks.firstColumn(measure);
            for (var score : measure.columns()) {
                names.add(score.name());
                columns.add(column++);
            }
        }
        this.attended = new MarginSums(columns.size() + 1);
    }

    @Override
    public void take(Course course) {
        booked.begin(course.isOfOneClinic());
        attended.begin(course.isOfOneClinic());
        for (int session = course.from(); session < course.end(); session++) {
            int month = months.month(course.block().day(session));
            int clinic = course.block().code(Attribute.CLINIC, session);
            if (month != Breakdown.NONE && clinic != Vocabulary.MISSING) {
                take(course.block(), session, key(month, clinic), key(month, clinics.size() - 1));
            }
        }
        booked.endOfPatient();
        attended.endOfPatient();
    }

    private long key(int month, int clinic) {
        return (long) month * clinics.size() + clinic;
    }

    private void take(SessionBlock block, int session, long own, long all) {
        booked.add(own, all, NO_EPISODE);
        if (block.isAttended(session)) {
            long[] said = new long[columns.size() + 1];
            for (int i = 0; i < columns.size(); i++) {
                said[i] = block.score(columns.get(i), session) == SessionBlock.NO_SCORE ? 0 : 1;
            }
            said[columns.size()] = block.tellsOfEvents(session) ? 1 : 0;
            attended.add(own, all, NO_EPISODE, said);
        }
    }

    @Override
    public void merge(Activity other) {
        booked.merge(other.booked);
        attended.merge(other.attended);
    }

    /** The table. */
    ResultTable table() {
        List<ResultColumn> header = new ArrayList<>(List.of(
                new ResultColumn("booked", Role.ADDITIVE_COUNT),
                new ResultColumn("attended", Role.ADDITIVE_COUNT),
                new ResultColumn("n_patients", Role.PATIENTS)));
        names.forEach(name -> header.add(new ResultColumn(name, Role.RECORDED)));
        ClusteredSums all = booked.withMargins(this::ofAllClinics);
        ClusteredSums came = attended.withMargins(this::ofAllClinics);
        List<ResultRow> rows = new ArrayList<>();
        all.forEachKey(key -> rows.add(row(key, all, came)));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("activity", List.of("clinic_id", "period"), header, rows);
    }

    /** Attended figures are about those who attended, if anybody did. */
    private ResultRow row(long key, ClusteredSums all, ClusteredSums came) {
        long patients = came.patients(key);
        List<Figure> figures =
                new ArrayList<>(List.of(new Count(all.rows(key)), new Count(came.rows(key)), new Count(patients)));
        for (int i = 0; i < columns.size(); i++) {
            figures.add(new Count(came.sum(key, i)));
        }
        Contributors contributors = new Contributors(
                patients > 0 ? patients : all.patients(key),
                List.of(all.mostRows(key), came.mostRows(key)),
                OptionalDouble.empty(),
                all.isDominated(key) || came.isDominated(key),
                false);
        return new ResultRow(List.of(clinic(key), month(key)), contributors, figures);
    }

    private long ofAllClinics(long key) {
        return key(Math.toIntExact(key / clinics.size()), clinics.size() - 1);
    }

    private String clinic(long key) {
        return clinics.get((int) (key % clinics.size()));
    }

    private String month(long key) {
        return months.label((int) (key / clinics.size()));
    }

    /** The clinics' months of which an attended session says whether there was an adverse event. */
    Set<Safety.ClinicMonth> recording() {
        Set<Safety.ClinicMonth> recording = new HashSet<>();
        ClusteredSums came = attended.withMargins(this::ofAllClinics);
        came.forEachKey(key -> {
            if (came.sum(key, columns.size()) > 0) {
                recording.add(new Safety.ClinicMonth(clinic(key), month(key)));
            }
        });
        return recording;
    }
}
