package physio.outcomes.job;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.PastYears;
import physio.outcomes.store.SettledYear;
import physio.outcomes.store.SettledYears;

/**
 * The years before a report's that are settled, and need not be read: two of them are always read, since the report tells of patients of these years and the last. A year counts
 * as long as just the files that hold it, and what came up to the end of the year that it is as of, are what it was made from.
 */
final class KeptYears {
    private static final String PERIOD = "period";

    /** With a longer pause episodes of settled years could go on, or close, in the report's month. */
    private static final int LONGEST_GAP = 365;

    private final SettledYears years;
    private final Optional<SortedMap<String, LocalDate>> files;
    private final Settings settings;
    private final YearMonth first;
    private final YearMonth month;

    /**
     * Of a report.
     *
     * @param years what the store keeps
     * @param files gives those that all sessions are in, by place, with the first day of each; absent where not all that is in them counts
     * @param first month of the store
     * @param month of the report
     */
    KeptYears(
            SettledYears years,
            Supplier<Optional<SortedMap<String, LocalDate>>> files,
            Settings settings,
            YearMonth first,
            YearMonth month) {
        this.years = years;
        this.settings = settings;
        this.first = first;
        this.month = month;
        boolean hasAny = isReached(first.getYear() + 1) && settings.episode().gapDays() <= LONGEST_GAP;
        this.files = hasAny ? files.get() : Optional.empty();
    }

    /** The settled years from the store's first on, without a gap. */
    List<SettledYear> known() {
        List<SettledYear> known = new ArrayList<>();
        for (int year = first.getYear(); isOver(year + 1); year++) {
            Optional<SettledYear> kept = years.read(year)
                    .filter(of -> isOver(of.asOf()) && basis(of.asOf()).equals(Optional.of(of.basis())));
            if (kept.isEmpty()) {
                break;
            }
            known.add(kept.orElseThrow());
        }
        return known;
    }

    private boolean isOver(int year) {
        return year < month.getYear();
    }

    /** Whether the report tells of all of a year, so that it is over for those of later months. */
    private boolean isReached(int year) {
        return !YearMonth.of(year, Month.DECEMBER).isAfter(month);
    }

    /** Of what is as of the end of a year: its files, and the settings that months go by. */
    private Optional<String> basis(int asOf) {
        return files.map(all -> DigestUtils.sha256Hex(String.join(
                "\n",
                Version.CURRENT,
                settings.measures().toString(),
                settings.report().measures().toString(),
                settings.episode().toString(),
                settings.attribution().toString(),
                all.entrySet().stream()
                        .filter(file -> file.getValue().getYear() <= asOf)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining("\n")))));
    }

    /** What the rows of months are in. */
    private static String terms(SummedMonths summed) {
        return DigestUtils.sha256Hex(summed.outcomes().commonThresholds() + "\n"
                + summed.byMonth().stream()
                        .map(table -> table.name() + table.columns())
                        .toList());
    }

    /**
     * Whether what is known holds beside what was summed after it: the rows are in the same terms, and no episode of a known year went on after that was
     * settled.
     */
    static boolean hold(List<SettledYear> known, SummedMonths summed) {
        List<String> measures = List.copyOf(summed.outcomes().measures().keySet());
        String terms = terms(summed);
        return known.stream()
                .allMatch(year -> year.measures().equals(measures)
                        && year.terms().equals(terms)
                        && summed.month().asOf(year.year()) <= year.asOf());
    }

    /** The known years as sums go on from them. */
    static PastYears past(List<SettledYear> known) {
        return known.isEmpty()
                ? PastYears.NONE
                : new PastYears(
                        Optional.of(known.get(known.size() - 1).year()),
                        known.stream().map(SettledYear::baselines).toList());
    }

    /** Keeps the years that are settled now. Where the store cannot be written they are summed again next time. */
    void keep(SummedMonths summed, List<SettledYear> known, Stages stages) {
        try {
            keep(summed, known);
        } catch (IOException failed) {
            stages.tell("The sums of settled years could not be kept in the store: check room and permissions");
        }
    }

    private void keep(SummedMonths summed, List<SettledYear> known) throws IOException {
        for (int year = first.getYear() + known.size(); isReached(year + 1); year++) {
            int asOf = summed.month().asOf(year);
            Optional<String> basis = basis(asOf);
            if (basis.isEmpty() || !isReached(asOf)) {
                return;
            }
            years.write(new SettledYear(
                    year,
                    asOf,
                    basis.orElseThrow(),
                    List.copyOf(summed.outcomes().measures().keySet()),
                    terms(summed),
                    rows(summed.byMonth(), year),
                    summed.outcomes().baselines(year)));
        }
    }

    private static Map<String, List<ResultRow>> rows(List<ResultTable> tables, int year) {
        Map<String, List<ResultRow>> rows = new TreeMap<>();
        for (ResultTable table : tables) {
            int period = table.dimensions().indexOf(PERIOD);
            rows.put(
                    table.name(),
                    table.rows().stream()
                            .filter(row -> row.key().get(period).startsWith(year + "-"))
                            .toList());
        }
        return rows;
    }
}
