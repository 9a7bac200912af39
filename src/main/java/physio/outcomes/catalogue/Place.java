package physio.outcomes.catalogue;

/**
 * Where in the analyst's files something stands, for messages.
 *
 * @param text {@code FILE:LINE:COLUMN}, both from 1, or the option that gave it
 */
record Place(String text) {

    static Place in(String file, int line, int column) {
        return new Place(file + ":" + line + ":" + column);
    }
}
