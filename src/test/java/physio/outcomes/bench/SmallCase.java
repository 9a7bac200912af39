package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A clinic's monthly chore: the sample data's last month into a store of the months before it, and all reports as HTML, from a cold start. */
final class SmallCase {
    private final SimulatedSessions sample;
    private final Path before;
    private final Workplaces workplace;
    private final List<Peer> peers;

    /** Takes the months before in. */
    SmallCase(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("target/bench"));
        this.sample = new SimulatedSessions(home, home.resolve("sample-data"));
        this.before = folder.resolve("small-before");
        this.workplace = new Workplaces(
                List.of(sample.outcomes()), folder.resolve("small-store"), folder.resolve("small-reports"), "");
        this.peers = Peer.all(sample, folder.resolve("small-peers"), 1);
        workplace.remove();
        workplace.ingest(sample.months().subList(0, sample.months().size() - 1));
        workplace.moveTo(before);
    }

    String description() throws IOException {
        return "sample data, " + sample.description();
    }

    /** With the comparison, as {@code run} does. */
    TimedProcess whole() throws IOException {
        workplace.copyFrom(before);
        return workplace.run("run", List.of(sample.newest().toString(), "--format", "html"));
    }

    /** In one process, without the comparison. */
    TimedProcess month() throws IOException {
        workplace.copyFrom(before);
        return workplace.run("run", List.of(sample.newest().toString(), "--without-comparison", "--format", "html"));
    }

    /** Taking in and the monthly report: two commands, two starts. */
    TimedProcess monthly() throws IOException {
        workplace.copyFrom(before);
        return workplace.ingest(List.of(sample.newest())).and(workplace.run("report", List.of("--format", "html")));
    }

    List<Peer> peers() {
        return peers;
    }

    /** All months, since peers keep none. */
    TimedProcess peer(Peer peer) throws IOException {
        return peer.whole(sample.newestMonth());
    }

    void remove() throws IOException {
        workplace.remove();
        Bench.delete(before);
        for (Peer peer : peers) {
            Bench.delete(peer.out());
        }
    }
}
