package physio.outcomes.compare;

import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;

/** Columns that several tables have. */
final class Columns {
    static final ResultColumn PATIENTS = new ResultColumn("n_patients", Role.PATIENTS);
    static final ResultColumn PATIENTS_REFERENCE = new ResultColumn("n_patients_reference", Role.PATIENTS);
    static final ResultColumn EPISODES = new ResultColumn("n_episodes", Role.ADDITIVE_COUNT);
    static final ResultColumn ESTIMATE = new ResultColumn("estimate", Role.MEAN);
    static final ResultColumn STD_ERROR = new ResultColumn("std_error", Role.SPREAD);
    static final ResultColumn DF = new ResultColumn("df", Role.SPREAD);
    static final ResultColumn CI_LOW = new ResultColumn("ci_low", Role.SPREAD);
    static final ResultColumn CI_HIGH = new ResultColumn("ci_high", Role.SPREAD);
    static final ResultColumn P_VALUE = new ResultColumn("p_value", Role.SPREAD);
    static final ResultColumn NOTE = new ResultColumn("note", Role.TEXT);

    private Columns() {}

    /** A figure of a kind. */
    static ResultColumn of(String name, Role role) {
        return new ResultColumn(name, role);
    }
}
