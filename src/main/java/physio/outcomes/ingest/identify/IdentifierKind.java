package physio.outcomes.ingest.identify;

/** What a column identifies people by. */
public enum IdentifierKind {
    EMAIL("e-mail addresses"),
    BIRTH_DATE("dates of birth"),
    NHS_NUMBER("NHS numbers"),
    INSURANCE_NUMBER("insurance or identity numbers"),
    PHONE("phone numbers"),
    POSTCODE("postcodes"),
    ADDRESS("addresses"),
    NAME("names of people");

    private final String words;

    IdentifierKind(String words) {
        this.words = words;
    }

    /** What it is called in a sentence. */
    public String words() {
        return words;
    }
}
