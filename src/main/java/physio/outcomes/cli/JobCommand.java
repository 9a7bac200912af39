package physio.outcomes.cli;

import java.util.concurrent.Callable;
import physio.outcomes.domain.ExitCode;
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
    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Does the work. */
    abstract ExitCode run(Workplace workplace);

    @Override
    public final Integer call() {
        try (ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
                SparkEngine spark = new SparkEngine();
                Cohorts cohorts = new Cohorts()) {
            return run(options.workplace(spark, cohorts, progress)).code();
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
