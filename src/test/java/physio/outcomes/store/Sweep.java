package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;

/** A change to a store that is made again and again in processes of their own, each disturbed at another of its calls. */
final class Sweep implements AutoCloseable {
    private final StoreChange change;
    private final Path parent;
    private final PlainStore store;
    private final Path kept;
    private final Seen before;
    private final List<Point> points = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private Seen after;
    private final ClassArchive classes;
    private JavaProcess next;

    Sweep(StoreChange change, Path parent) throws IOException {
        this.change = change;
        this.classes = new ClassArchive(parent);
        this.parent = parent;
        this.store = change.prepared(parent);
        this.kept = parent.resolve("kept");
        FileUtils.copyDirectory(store.folder().toFile(), kept.toFile());
        this.before = store.seen();
        archiveClasses();
        this.after = store.seen();
        this.next = started();
        findPoints();
    }

    /** A call at the store, by a thread of this name. */
    record Point(String thread, SystemCall call) {}

    /** What happens at a call, in strace's words. */
    enum Fault {
        KILL("signal=SIGKILL"),
        EIO("error=EIO"),
        ENOSPC("error=ENOSPC");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        private boolean mayMeet(SystemCall call) {
            return this != ENOSPC
                    || call.needsRoom()
                    || call.isSync()
                    || call.name().startsWith("rename");
        }

        /** A disk that is full stays so. */
        private String when(SystemCall call) {
            return call.number() + (this == ENOSPC && call.name().contains("write") ? "+" : "");
        }

        /** The calls that it met. */
        private List<SystemCall> met(List<SystemCall> calls) {
            String ending = this == KILL ? "= ?" : "(INJECTED)";
            return calls.stream().filter(call -> call.line().endsWith(ending)).toList();
        }
    }

    boolean changes() {
        return !after.equals(before);
    }

    List<String> violations() {
        return violations;
    }

    /** The calls of a run that nothing disturbs, at which a fault may meet it. */
    List<Point> points(Fault fault) {
        return points.stream().filter(point -> fault.mayMeet(point.call())).toList();
    }

    private JavaProcess started() {
        return started(classes.using());
    }

    private JavaProcess started(List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.add("-Diceberg.worker.num-threads=1");
        return JavaProcess.start(all, StoreChange.Making.class, change.name(), parent.toString());
    }

    private Path log() {
        return parent.resolve("calls.txt");
    }

    private void archiveClasses() throws IOException {
        try (JavaProcess process = started(classes.making()).awaitReady()) {
            List<String> lines = process.go().linesUntilReady();
            if (!lines.contains(StoreChange.Making.DONE)) {
                throw new IllegalStateException("The change cannot be made: " + lines);
            }
            process.end();
        }
    }

    private void findPoints() throws IOException {
        JavaProcess process = next.awaitReady();
        putBack();
        Map<String, Long> threads = threads(process);
        try (Strace strace = Strace.of(process.pid(), log()).awaitAttached()) {
            process.go().linesUntilReady();
            for (SystemCall call : strace.callsSoFar()) {
                threads.entrySet().stream()
                        .filter(thread -> thread.getValue() == call.thread() && call.isAt(store.folder()))
                        .forEach(thread -> points.add(new Point(thread.getKey(), call)));
            }
        }
        // The next one loads its classes as those will that are killed.
        restart();
    }

    private void restart() {
        next.close();
        next = started();
    }

    /** The newest thread of each name. */
    private static Map<String, Long> threads(JavaProcess process) {
        Map<String, Long> byName = new TreeMap<>();
        process.threads().forEach((thread, name) -> byName.put(name, thread));
        return byName;
    }

    /** Makes the change with a fault, and looks what came of it; whether the fault met a call at the store. */
    boolean isMet(Fault fault, Point point) throws IOException {
        JavaProcess process = next.awaitReady();
        putBack();
        long thread = threads(process).getOrDefault(point.thread(), process.pid());
        SystemCall call = point.call();
        try (Strace strace = Strace.of(thread, log(), call.name(), fault.words, fault.when(call))
                .awaitAttached()) {
            List<String> lines = process.go().linesUntilReady();
            boolean isDone = lines.contains(StoreChange.Making.DONE);
            List<SystemCall> met = fault.met(process.hasEnded() ? strace.calls() : strace.callsSoFar());
            boolean isMet = met.stream().anyMatch(one -> one.isAt(store.folder()));
            if (fault == Fault.KILL || process.hasEnded()) {
                restart();
            }
            String what = fault + " at " + point.thread() + " "
                    + met.stream().map(SystemCall::line).toList();
            if (fault == Fault.EIO
                    && isMet
                    && isDone
                    && call.isSync()
                    && met.stream().noneMatch(one -> one.line().contains("version-hint"))) {
                violations.add(what + ": acknowledged without a sync");
            }
            check(what, isDone);
            return isMet;
        }
    }

    private void check(String what, boolean isDone) {
        try {
            Seen seen = store.seen();
            if (!seen.equals(after) && (isDone || !seen.equals(before))) {
                violations.add(what + (isDone ? ", acknowledged: " : ": ") + seen);
            }
            change.make(store);
            if (!store.seen().equals(after)) {
                violations.add(what + ", then again: " + store.seen());
            }
            store.upkeep(TestStore.CLOCK).check().wrong().forEach(wrong -> violations.add(what + ": " + wrong));
        } catch (RuntimeException failed) {
            violations.add(what + ": " + failed);
        }
    }

    private void putBack() throws IOException {
        FileUtils.deleteDirectory(store.folder().toFile());
        FileUtils.copyDirectory(kept.toFile(), store.folder().toFile());
    }

    @Override
    public void close() {
        next.close();
    }
}
