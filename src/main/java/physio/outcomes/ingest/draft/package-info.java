/**
 * Drafts a mapping for an export that nobody has mapped yet, for the analyst to confirm.
 *
 * <p>Enters: the first bytes of a file and the settings. Leaves: a {@link physio.outcomes.ingest.draft.MappingDraft}, YAML
 * whose comments say why each guess was made. Values of the file appear in it only where they are techniques, words for yes and
 * no, or marks for a missing value. Example: {@code MappingDraft.of(FileStart.read(path), settings)}.
 */
@NullMarked
package physio.outcomes.ingest.draft;

import org.jspecify.annotations.NullMarked;
