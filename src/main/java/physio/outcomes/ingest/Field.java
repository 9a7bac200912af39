package physio.outcomes.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A canonical column and what reads it, found once a file.
 *
 * @param reader absent when the mapping does not give the column
 */
record Field(String column, @Nullable FieldReader reader) {}
