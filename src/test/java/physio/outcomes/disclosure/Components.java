package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts that are not known exactly, apart where no line joins them. */
final class Components {
    private final CountSystem system;
    private final int[] parents;

    private Components(CountSystem system) {
        this.system = system;
        this.parents = new int[system.size()];
        Arrays.setAll(parents, i -> i);
    }

    /** Counts and the lines among them. */
    record Component(BitSet counts, List<Line> lines) {}

    static List<Component> of(CountSystem system) {
        Components components = new Components(system);
        Map<Integer, Component> byRoot = new LinkedHashMap<>();
        system.lines().forEach(components::join);
        for (int count = 0; count < system.size(); count++) {
            if (components.isOpen(count)) {
                component(byRoot, components.root(count)).counts().set(count);
            }
        }
        for (Line line : system.lines()) {
            IntStream.range(0, line.length())
                    .map(line::count)
                    .filter(components::isOpen)
                    .findFirst()
                    .ifPresent(count ->
                            component(byRoot, components.root(count)).lines().add(line));
        }
        return List.copyOf(byRoot.values());
    }

    private static Component component(Map<Integer, Component> byRoot, int root) {
        return byRoot.computeIfAbsent(root, first -> new Component(new BitSet(), new ArrayList<>()));
    }

    private boolean isOpen(int count) {
        return system.high(count) > system.low(count);
    }

    private void join(Line line) {
        int[] open = IntStream.range(0, line.length())
                .map(line::count)
                .filter(this::isOpen)
                .toArray();
        for (int i = 1; i < open.length; i++) {
            parents[root(open[i])] = root(open[0]);
        }
    }

    private int root(int count) {
        int root = count;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
