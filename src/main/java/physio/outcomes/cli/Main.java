package physio.outcomes.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import physio.outcomes.domain.Causes;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Damage;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    /** Runs one command. */
    static int run(String... arguments) {
        CommandLine outcomes = new CommandLine(new OutcomesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        try {
            return outcomes.execute(arguments);
        } catch (Error failure) {
            // Hadoop makes one of a disk that cannot be read.
            return explain(failure, outcomes);
        }
    }

    private static int explain(Throwable failure, CommandLine command) {
        Optional<UserException> mistake = userMistake(failure);
        if (mistake.isPresent()) {
            command.getErr()
                    .println(command.getColorScheme()
                            .errorText("Error: " + mistake.orElseThrow().getMessage()));
            return mistake.orElseThrow().exitCode().code();
        }
        LOG.error("A command failed", failure);
        Optional<String> damage = Damage.behind(failure);
        if (damage.isPresent()) {
            command.getErr().println(command.getColorScheme().errorText("Error: " + damage.orElseThrow()));
            return ExitCode.STORE_FAILED.code();
        }
        if (isOfTheMachine(failure)) {
            command.getErr()
                    .println(command.getColorScheme()
                            .errorText("Error: a file could not be read or written: check the disk, the room on"
                                    + " it and permissions, then run again. The trace is in "
                                    + System.getProperty("outcomes.log", "the log") + "."));
            return ExitCode.STORE_FAILED.code();
        }
        command.getErr()
                .println(command.getColorScheme()
                        .errorText("Error: this program has a fault ("
                                + failure.getClass().getSimpleName() + "); its trace is in "
                                + System.getProperty("outcomes.log", "the log") + "."));
        return ExitCode.BUG.code();
    }

    /** Whether reading or writing failed, perhaps in a Spark task. */
    private static boolean isOfTheMachine(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof IOException || cause instanceof UncheckedIOException);
    }

    /** A user's mistake may come out of a Spark task, wrapped. */
    private static Optional<UserException> userMistake(Throwable failure) {
        return Causes.of(failure)
                .filter(UserException.class::isInstance)
                .map(UserException.class::cast)
                .findFirst();
    }
}
