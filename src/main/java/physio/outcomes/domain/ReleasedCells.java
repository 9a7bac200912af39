package physio.outcomes.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What releases told, one after the other: of each cell every version of it. */
public final class ReleasedCells {
    private final Map<String, List<ReleasedCell>> versions = new HashMap<>();

    /** Nothing yet. */
    public static ReleasedCells none() {
        return new ReleasedCells();
    }

    /** Another release. */
    public ReleasedCells add(Collection<ReleasedCell> cells) {
        cells.stream()
                .filter(cell -> !has(cell))
                .forEach(cell -> versions.computeIfAbsent(cell.name(), name -> new ArrayList<>(1))
                        .add(cell));
        return this;
    }

    /** What was told of a cell, the oldest first. */
    public List<ReleasedCell> of(String name) {
        return versions.getOrDefault(name, List.of());
    }

    /** Whether just this was told. */
    public boolean has(ReleasedCell cell) {
        return of(cell.name()).contains(cell);
    }
}
