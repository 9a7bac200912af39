package physio.outcomes.job;

/** Hears what a job is doing, so that somebody who waits knows. */
public interface Progress {

    /** A stage begins. */
    void stage(String what);
}
