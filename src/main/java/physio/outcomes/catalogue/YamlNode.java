package physio.outcomes.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML in which every scalar is text, with the line it stands on. */
sealed interface YamlNode {

    /** The line in its file, from 1. */
    int line();

    record Text(String value, int line) implements YamlNode {}

    record Items(List<YamlNode> nodes, int line) implements YamlNode {}

    record Keys(Map<String, YamlNode> nodes, int line) implements YamlNode {

        /** This tree with another laid over it, key by key; an {@code mcid} is replaced whole, since its forms exclude one another. */
        Keys overlaidBy(Keys overlay) {
            Map<String, YamlNode> merged = new LinkedHashMap<>(nodes);
            overlay.nodes.forEach((key, above) -> merged.merge(key, above, (below, same) -> merge(key, below, above)));
            return new Keys(merged, line);
        }

        private static YamlNode merge(String key, YamlNode below, YamlNode above) {
            boolean isMergeable = below instanceof Keys && above instanceof Keys && !key.equals("mcid");
            return isMergeable ? ((Keys) below).overlaidBy((Keys) above) : above;
        }
    }
}
