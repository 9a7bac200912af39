package physio.outcomes.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;
import physio.outcomes.job.Cohorts;
import physio.outcomes.job.SparkEngine;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that runs jobs: reads the settings, shows progress, and stops Spark in the end. */
@Command(mixinStandardHelpOptions = true)
abstract class JobCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(JobCommand.class);

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Does the work. */
    abstract ExitCode run(Workplace workplace);

    @Override
    public final Integer call() throws Exception {
        try (ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
                SparkEngine spark = new SparkEngine(progress);
                Cohorts cohorts = new Cohorts()) {
            return run(spark, cohorts, progress);
        }
    }

    private int run(SparkEngine spark, Cohorts cohorts, ConsoleProgress progress) throws Exception {
        try {
            return run(options.workplace(spark, cohorts, progress)).code();
        } catch (Exception failed) {
            Optional<UserException> blamed = spark.blamed(failed);
            if (blamed.isPresent()) {
                LOG.error("The cluster failed", failed);
                throw blamed.orElseThrow();
            }
            throw failed;
        }
    }

    /** A line of the result. */
    final void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    /** A fixed word in a style of picocli's; as it is when the output is no terminal. */
    final String coloured(String style, String word) {
        return spec.commandLine().getColorScheme().ansi().string("@|" + style + " " + word + "|@");
    }

    /** A line about something that went otherwise than the user may think. */
    final void warn(String line) {
        spec.commandLine().getErr().println(spec.commandLine().getColorScheme().errorText(line));
        spec.commandLine().getErr().flush();
    }
}
