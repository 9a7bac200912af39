/**
 * What the analyst settles: settings, measures, techniques and mappings, read from YAML and checked once.
 *
 * <p>Enters: {@code jobs/outcomes.yaml}, overlays and mappings. Leaves: {@link physio.outcomes.catalogue.Settings} and
 * {@link physio.outcomes.catalogue.Mapping}, which the other layers trust. Example: {@code Settings settings =
 * SettingsReader.read(List.of(Path.of("jobs/outcomes.yaml")), Map.of())}.
 */
@NullMarked
package physio.outcomes.catalogue;

import org.jspecify.annotations.NullMarked;
