package physio.outcomes.cli;

import java.util.EnumSet;
import java.util.Set;
import physio.outcomes.job.PageFormat;
import picocli.CommandLine.Option;

/** The option that says what pages are written as. */
final class FormatOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "html, or html,pdf (the default); HTML is always written.")
    private Set<PageFormat> formats = EnumSet.allOf(PageFormat.class);

    Set<PageFormat> formats() {
        return formats;
    }
}
