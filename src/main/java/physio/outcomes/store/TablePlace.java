package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a store's tables are.
 *
 * @param isInFolders whether these are folders, of this machine or such as all machines of a cluster see
 * @param elsewhere the place, if it is not in the store's folder
 */
public record TablePlace(boolean isInFolders, Optional<String> elsewhere) {

    static TablePlace of(Warehouse warehouse) {
        return new TablePlace(
                StoredFiles.isLocal(warehouse.root()),
                warehouse.isInStore() ? Optional.empty() : Optional.of(StoredFiles.shown(warehouse.root())));
    }

    /**
     * That of a store, or of one that is yet to be made; nothing is reached for.
     *
     * @param warehouse as {@link Store#forWriting} is given it
     */
    public static TablePlace planned(Path store, Optional<String> warehouse) {
        try {
            return of(Warehouse.planned(store, warehouse));
        } catch (IOException | IllegalArgumentException unclear) {
            // Whoever opens the store says what is wrong.
            return new TablePlace(false, Optional.empty());
        }
    }
}
