package physio.outcomes.job;

/** Hears what a job is doing, so that somebody who waits knows. */
public interface Progress {

    /** A stage begins. */
    void stage(String what);

    /** One of many steps of the stage is done; not all need be shown. */
    default void step(String what) {
        stage(what);
    }
}
