package physio.outcomes.cli;

import physio.outcomes.job.Version;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code outcomes}: does nothing by itself but say what there is. */
@Command(
        name = "outcomes",
        description = "Outcomes of physiotherapy massage: from session exports to reports that can be trusted.",
        mixinStandardHelpOptions = true,
        versionProvider = OutcomesCommand.VersionText.class,
        footer = {
            "",
            "Exit codes: 0 done; 1 a fault of this program; 2 usage or settings; 3 a file was refused, the others went in;",
            "4 store or machine failed; 75 another run holds the store."
        },
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            IngestCommand.class,
            MapCommand.class,
            RejectsCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            SimulateCommand.class,
            StatusCommand.class,
            VerifyCommand.class,
            RestoreCommand.class,
            CompactCommand.class,
            RebuildCommand.class,
            EraseCommand.class,
            UpgradeCommand.class,
            PractitionerCommand.class,
            HelpCommand.class,
            AutoComplete.GenerateCompletion.class
        })
final class OutcomesCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: run, check, ingest, map, rejects, report, compare, export, simulate, status, verify, restore, compact,"
                        + " rebuild, erase, upgrade or practitioner.");
    }

    /** The version for {@code --version}. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"physio-outcomes " + Version.CURRENT};
        }
    }
}
