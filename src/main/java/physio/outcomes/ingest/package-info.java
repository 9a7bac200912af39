/**
 * Turns a delivered file into sessions and findings, in plain Java.
 *
 * <p>Enters: a CSV file, a {@link physio.outcomes.catalogue.Mapping} and the settings. Leaves: {@link
 * physio.outcomes.ingest.Session}s with keyed ids and {@link physio.outcomes.ingest.Finding}s without a value, handed to a
 * {@link physio.outcomes.ingest.SessionSink}, and a {@link physio.outcomes.ingest.Tally} in which parsed = stored +
 * quarantined + duplicates + filtered. Example: {@code new SessionFiles(rules, keying).read(file, () -> sink)}.
 */
@NullMarked
package physio.outcomes.ingest;

import org.jspecify.annotations.NullMarked;
