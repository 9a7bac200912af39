/**
 * From the bytes of a delivered file to its records as text. A file enters; its records leave one by one, each with its physical line,
 * whole or damaged. What the fields mean is not known here.
 *
 * <p>{@link physio.outcomes.ingest.text.RecordBorders} finds the records, whatever state the file is in, within bounded memory;
 * Commons CSV takes apart only what is sound.
 */
@NullMarked
package physio.outcomes.ingest.text;

import org.jspecify.annotations.NullMarked;
