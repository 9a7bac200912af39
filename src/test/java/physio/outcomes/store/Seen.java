package physio.outcomes.store;

import java.util.List;

/** All that a store holds at the state that readers see, but for keys, which differ from store to store. */
record Seen(List<Delivery> deliveries, List<String> sessions, List<String> quarantine) {}
