package physio.outcomes.ingest;

import java.util.Locale;

/** What a file is checked by as a whole. One that identifies people is refused; all else is a warning that rejects nothing. */
public enum FileRule implements Rule {
    IDENTIFYING_COLUMN(
            Kind.CONFORMANCE,
            "no column is named like what identifies people, or holds it",
            "remove the column where the file is made; as an id use a pseudonym"),
    NO_RECORDS(Kind.COMPLETENESS, "the file holds records", "ask whether there were no sessions"),
    AFTER_WITHOUT_BEFORE(
            Kind.COMPLETENESS,
            "a score after a session has one before it",
            "add the score before the session: without it no change can be taken"),
    ROUNDED_SCORES(
            Kind.CONFORMANCE,
            "scores are no finer than their resolution",
            "if the finer digits matter, set the measure's resolution"),
    REPEATED_BLOCK(
            Kind.PLAUSIBILITY,
            "no block of 16 consecutive records repeats an earlier one apart from session id and date",
            "ask whether records were copied"),
    UNCHANGED_SCORES(
            Kind.PLAUSIBILITY,
            "of 20 or more pairs of scores before and after a session, one at least differs",
            "ask whether the second score was asked for, or copied from the first"),
    DIGIT_PREFERENCE(
            Kind.PLAUSIBILITY,
            "of 100 or more scores on a fine scale, multiples of 5 or 10 steps are fewer than three times the expected",
            "ask how the scores are taken: they seem to be rounded by hand"),
    UNUSUAL_VOLUME(
            Kind.PLAUSIBILITY,
            "a delivery has a third to three times as many records as usual for its source",
            "ask whether the file is complete, and whether it is one month's");

    private final Kind kind;
    private final String sentence;
    private final String remedy;

    FileRule(Kind kind, String sentence, String remedy) {
        this.kind = kind;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
