package physio.outcomes.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.Tally;

/**
 * A file that the store took in, as the ledger has it.
 *
 * @param number in the order of delivery, from 1; a refused file leaves a gap
 * @param run the run that took it in, from 1
 * @param overlapping sessions in it that earlier deliveries hold too: the later one counts
 * @param replaces the delivery that this one corrects
 * @param firstDate of its sessions, absent when it has none
 * @param lastDate of its sessions, absent when it has none
 * @param remarks what ingest warned of
 */
public record Delivery(
        int number,
        int run,
        DeliveredFile file,
        Tally tally,
        long overlapping,
        Optional<Integer> replaces,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate,
        List<Remark> remarks) {

    /** The same with one more remark. */
    Delivery with(Remark remark) {
        List<Remark> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Delivery(number, run, file, tally, overlapping, replaces, firstDate, lastDate, List.copyOf(more));
    }

    /** Whether the days of its sessions reach into a month. */
    boolean mayReach(YearMonth month) {
        return firstDate.filter(first -> !first.isAfter(month.atEndOfMonth())).isPresent()
                && lastDate.filter(last -> !last.isBefore(month.atDay(1))).isPresent();
    }
}
