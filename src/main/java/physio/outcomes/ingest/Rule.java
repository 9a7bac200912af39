package physio.outcomes.ingest;

/** Something that files are checked by: what it expects, and how to mend what breaks it. */
public sealed interface Rule permits ReasonCode, FileRule {

    /** What a rule is about. */
    enum Kind {
        /** Values are written as declared and lie where they may. */
        CONFORMANCE,
        /** What is needed is there. */
        COMPLETENESS,
        /** Values are believable, taken together. */
        PLAUSIBILITY
    }

    /** The code in tables and messages. */
    String code();

    Kind kind();

    /** What was expected, or what is wrong, for people. */
    String sentence();

    /** How to mend it. */
    String remedy();
}
