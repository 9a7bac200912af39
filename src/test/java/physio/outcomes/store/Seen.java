package physio.outcomes.store;

import java.nio.file.Path;
import java.util.List;

/** All that a store holds at the state that readers see, but for keys, which differ from store to store. */
public record Seen(List<Delivery> deliveries, List<String> sessions, List<String> quarantine) {

    /** What readers of a store see now. */
    public static Seen of(Path store) {
        return new PlainStore(store, store).seen();
    }
}
