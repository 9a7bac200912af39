package physio.outcomes.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import physio.outcomes.catalogue.Settings.PrivacyProfile;

/** What each scheme hides and gives away, for a reader: {@code target/disclosure.txt}. */
final class DisclosureTable {
    private static final String ROW = "%-9s %-15s %6s %8s %11s %7s %14s %10s %6s %17s %9s";
    private final List<String> lines = new ArrayList<>(List.of(String.format(
            Locale.ROOT,
            ROW,
            "profile",
            "scheme",
            "cubes",
            "rows",
            "suppressed",
            "exact",
            "narrower than 5",
            "narrowest",
            "GRIM",
            "exact numerators",
            "seconds")));

    void add(PrivacyProfile profile, Scheme scheme, List<Trial> trials) {
        long rows = trials.stream().mapToLong(Trial::rows).sum();
        long suppressed = trials.stream().mapToLong(Trial::suppressed).sum();
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                profile.name().toLowerCase(Locale.ROOT),
                scheme.label(),
                trials.size(),
                rows,
                String.format(Locale.ROOT, "%.1f%%", 100.0 * suppressed / rows),
                trials.stream().mapToLong(Trial::exact).sum(),
                trials.stream()
                        .mapToLong(trial ->
                                trial.outside().narrowerThan(Attacker.WIDE).size())
                        .sum(),
                narrowest(trials.stream().mapToLong(Trial::narrowest).min().orElseThrow()),
                trials.stream()
                        .mapToLong(trial -> trial.outside().recovered().size())
                        .sum(),
                trials.stream()
                        .flatMap(trial -> trial.outside().numerators().stream())
                        .filter(numerator -> numerator.width() == 0)
                        .count(),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        trials.stream().mapToDouble(Trial::seconds).sum())));
    }

    /** The attacker stops asking where an interval is wide enough. */
    private static String narrowest(long width) {
        return width >= Attacker.WIDE ? "5 or more" : String.valueOf(width);
    }

    void write() {
        try {
            Files.write(Path.of("target/disclosure.txt"), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        lines.forEach(System.out::println);
    }
}
