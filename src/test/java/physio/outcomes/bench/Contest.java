package physio.outcomes.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Who is timed, in their order. */
final class Contest {
    /** What is timed. */
    interface Command {
        TimedProcess run() throws IOException;
    }

    private final Map<Series, Command> commands = new LinkedHashMap<>();

    Series add(String name, Command command) {
        Series series = new Series(name);
        commands.put(series, command);
        return series;
    }

    /** The first of them. */
    Series addPeers(List<Peer> peers, Function<Peer, Command> command) {
        List<Series> all = peers.stream()
                .map(peer -> add(peer.name() + ", no pages", command.apply(peer)))
                .toList();
        return all.get(0);
    }

    List<Series> run(int runs) throws IOException {
        for (int i = 0; i < runs; i++) {
            for (Map.Entry<Series, Command> command : commands.entrySet()) {
                command.getKey().add(command.getValue().run());
            }
            System.err.printf(Locale.ROOT, "run %d of %d%n", i + 1, runs);
        }
        return List.copyOf(commands.keySet());
    }
}
