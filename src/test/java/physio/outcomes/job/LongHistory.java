package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.ReleasedCells;
import physio.outcomes.report.TableFiles;
import physio.outcomes.report.TextFile;
import physio.outcomes.report.Texts;
import physio.outcomes.store.IngestResult;
import physio.outcomes.store.Store;
import physio.outcomes.store.StoreState;

/** A store of some years in a test's folder, what its reports say, and what they would say if no year were kept. */
final class LongHistory {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,body_region,episode_id,"
                    + "attendance,pain_before,pain_after,stress_score\n";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2035-01-01T12:00:00Z"), ZoneOffset.UTC);

    private final SparkSession spark;
    private final Path folder;
    private final Settings settings;
    private final StringBuilder rows = new StringBuilder(HEADER);
    private int sessions;
    private int files;

    LongHistory(SparkSession spark, Path folder) {
        this(spark, folder, 90);
    }

    private LongHistory(SparkSession spark, Path folder, int gapDays) {
        this.spark = spark;
        this.folder = folder;
        this.settings = SettingsReader.parse("""
                privacy: {profile: none}
                episode: {gap_days: %d}
                measures:
                  pain: {unit: points, range: [0, 10], step: 1, better: lower, timing: session, mcid: {absolute: 2}}
                  stress: {unit: points, range: [0, 40], step: 1, better: lower, timing: visit, patient_level: true, mcid: {sd: 0.5}}
                techniques: {dtm: {}, pnf: {}}
                regions: {neck: {}, hip: {}}
                """.formatted(gapDays));
    }

    /** The same store under settings by which so long a pause starts a new episode. */
    LongHistory withGapDays(int gapDays) {
        return new LongHistory(spark, folder, gapDays);
    }

    /** A session of a named episode, or of none where it has no name. */
    LongHistory on(LocalDate day, int patient, String episode, int pain) {
        return row(day, patient, "C1", "neck", episode, "attended", pain, pain + 10);
    }

    private LongHistory row(
            LocalDate day,
            int patient,
            String clinic,
            String region,
            String episode,
            String attendance,
            int pain,
            int stress) {
        rows.append(String.join(
                ",",
                "s" + sessions++,
                "p" + patient,
                clinic,
                day.toString(),
                patient % 3 == 0 ? "pnf" : "dtm",
                region,
                episode,
                attendance,
                attendance.equals("attended") ? pain + "," + Math.max(0, pain - 1) + "," + stress + "\n" : ",,\n"));
        return this;
    }

    /** Some sessions of a month: of patients who come back, a few of them to an episode that began years ago, or to another clinic. */
    void draw(YearMonth month, int count, Random random) {
        for (int i = 0; i < count; i++) {
            int patient = random.nextInt(80);
            boolean isNamed = patient % 16 == 0;
            row(
                    month.atDay(1 + random.nextInt(28)),
                    patient,
                    random.nextInt(20) == 0 ? "C3" : "C" + (1 + patient % 2),
                    random.nextBoolean() ? "neck" : "hip",
                    isNamed ? "e" + patient : "",
                    random.nextInt(15) == 0 ? "cancelled" : "attended",
                    random.nextInt(11),
                    random.nextInt(41));
        }
    }

    /** Delivers what there is since the last delivery, as one file. */
    void deliver() {
        try {
            Path inbox = Files.createDirectories(folder.resolve("inbox"));
            Path file = Files.writeString(inbox.resolve("d" + files++ + ".csv"), rows);
            IngestResult result = ReportRun.takeIn(workplace(), file);
            assertThat(result.refusals()).isEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        rows.setLength(0);
        rows.append(HEADER);
    }

    /** All tables of a month's report. */
    String report(YearMonth month) {
        try (Store store = store();
                Cohorts cohorts = new Cohorts()) {
            StoreState state = store.state();
            Texts.choose(TextFile.of(settings.report()));
            return TableFiles.json(
                    "",
                    new MonthlyReportJob(workplace(cohorts))
                            .report(store, store.sessions(spark, state), month, state, ReleasedCells.none())
                            .tables()
                            .all());
        }
    }

    /** The same where nothing is kept; what is kept stays as it is. */
    String reportOfAll(YearMonth month) {
        Path kept = folder.resolve("store/derived");
        Path aside = folder.resolve("aside");
        try {
            if (Files.exists(kept)) {
                Files.move(kept, aside);
            }
            String report = report(month);
            if (Files.exists(kept)) {
                try (Stream<Path> made = Files.list(kept)) {
                    for (Path file : made.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(kept);
            }
            if (Files.exists(aside)) {
                Files.move(aside, kept);
            }
            return report;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The years that a month's report does not sum. */
    List<Integer> known(YearMonth month) {
        try (Store store = store()) {
            StoreState state = store.state();
            return new KeptYears(
                            store.settledYears(),
                            store.sessions(spark, state)::firstDays,
                            settings,
                            YearMonth.from(state.firstDate().orElseThrow()),
                            month)
                    .known().stream().map(year -> year.year()).toList();
        }
    }

    Store store() {
        return Store.forReading(folder.resolve("store"));
    }

    Workplace workplace() {
        return workplace(new Cohorts());
    }

    private Workplace workplace(Cohorts cohorts) {
        return new Workplace(
                settings,
                folder.resolve("store"),
                Destination.of(folder.resolve("reports")),
                CLOCK,
                new SparkEngine(stage -> {}),
                cohorts,
                stage -> {});
    }
}
