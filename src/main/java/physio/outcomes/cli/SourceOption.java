package physio.outcomes.cli;

import picocli.CommandLine.Option;

/** Whose id a command is about. */
final class SourceOption {
    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Whose id it is, as in ingest (default: ${DEFAULT-VALUE}).")
    private String name = "";

    String name() {
        return name;
    }
}
