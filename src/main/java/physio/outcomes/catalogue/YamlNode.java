package physio.outcomes.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A piece of YAML in which every scalar is text, with the place where it stands. */
sealed interface YamlNode {

    Place place();

    record Text(String value, Place place) implements YamlNode {}

    record Items(List<YamlNode> nodes, Place place) implements YamlNode {}

    record Keys(Map<String, Entry> entries, Place place) implements YamlNode {

        static Keys none(Place place) {
            return new Keys(Map.of(), place);
        }

        Set<String> names() {
            return entries.keySet();
        }

        Optional<Entry> entry(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        /** This tree with another laid over it, key by key; an {@code mcid} is replaced whole, since its forms exclude one another. */
        Keys overlaidBy(Keys overlay) {
            Map<String, Entry> merged = new LinkedHashMap<>(entries);
            overlay.entries.forEach(
                    (key, above) -> merged.merge(key, above, (below, same) -> merge(key, below, above)));
            return new Keys(merged, overlay.place);
        }

        private static Entry merge(String key, Entry below, Entry above) {
            boolean isMergeable = below.value() instanceof Keys && above.value() instanceof Keys && !key.equals("mcid");
            return isMergeable
                    ? new Entry(above.key(), ((Keys) below.value()).overlaidBy((Keys) above.value()))
                    : above;
        }
    }

    /** What stands at a key, and where the key itself stands. */
    record Entry(Place key, YamlNode value) {}
}
