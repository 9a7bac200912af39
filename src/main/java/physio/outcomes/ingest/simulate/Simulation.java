package physio.outcomes.ingest.simulate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import physio.outcomes.domain.UserException;

/** Writes the sessions of a plan, patient by patient: memory does not grow with their number. */
public final class Simulation {
    /** Attended sessions from one dirty row to the next. */
    static final long ATTENDED_PER_DIRTY_ROW = 1_800;

    private static final long PROGRESS_STEP = 10_000;

    private final SimulationPlan plan;
    private final MonthFiles files;
    private final LongConsumer progress;
    private final Map<Fault, Long> dirty = new EnumMap<>(Fault.class);
    private long clean;
    private long attended;
    private long numbered;

    private Simulation(SimulationPlan plan, MonthFiles files, LongConsumer progress) {
        this.plan = plan;
        this.files = files;
        this.progress = progress;
    }

    /**
     * Writes one CSV for each month with sessions, and {@code README.md}.
     *
     * @param folder made if absent; must be empty, so that no real or older sessions get mixed in
     * @param progress told the number of clean records so far, each 10,000 and at the end
     * @throws UserException if the folder is not empty, or a file
     * @throws IOException if the folder cannot be written
     */
    public static void write(SimulationPlan plan, Path folder, LongConsumer progress) throws IOException {
        requireEmpty(folder);
        try (MonthFiles files = new MonthFiles(folder)) {
            Simulation simulation = new Simulation(plan, files, progress);
            simulation.run();
            Files.writeString(folder.resolve("README.md"), Readme.of(plan, TrueEffects.of(plan), simulation.dirty));
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw UserException.usage("Cannot simulate into %s: it is a file; name a new folder.".formatted(folder));
        }
        Files.createDirectories(folder);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw UserException.usage(
                        "Cannot simulate into %s: it is not empty; name a new folder or empty it.".formatted(folder));
            }
        }
    }

    private void run() throws IOException {
        List<Clinic> clinics = Clinic.of(plan);
        for (long patient = 1; clean < plan.sessions(); patient++) {
            Draws draws = Draws.of(Draws.seed(plan.seed(), -patient));
            for (Care care : Care.of(plan, clinics, patient)) {
                write(care, draws);
            }
        }
        progress.accept(clean);
    }

    private void write(Care care, Draws draws) throws IOException {
        for (Visit visit : care.visits()) {
            if (clean < plan.sessions()) {
                write(visit.day(), SessionRecord.of(++numbered, care.episode(), visit, draws));
            }
        }
    }

    private void write(long day, SessionRecord row) throws IOException {
        files.append(day, row);
        if (row.isAttended() && ++attended % ATTENDED_PER_DIRTY_ROW == 0) {
            writeDirty(day, row);
        }
        if (++clean % PROGRESS_STEP == 0 && clean < plan.sessions()) {
            progress.accept(clean);
        }
    }

    private void writeDirty(long day, SessionRecord row) throws IOException {
        Fault fault = Fault.ALL.get((int) ((attended / ATTENDED_PER_DIRTY_ROW - 1) % Fault.ALL.size()));
        long number = fault == Fault.EXACT_DUPLICATE ? numbered : ++numbered;
        files.append(day, fault.spoil(row, number));
        dirty.merge(fault, 1L, Long::sum);
    }
}
