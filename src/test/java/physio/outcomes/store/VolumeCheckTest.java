package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.Tally;
import physio.outcomes.ingest.Warning;
import physio.outcomes.ingest.text.FileLocation;

/** From which volume on a delivery is unusual for its source. */
class VolumeCheckTest {

    @Test
    void warnsOutsideOfAThirdToThreeTimesTheMedian() {
        List<Delivery> six = deliveries("north", 100, 90, 110, 100, 95, 300);
        assertThat(warned(six, 34)).isFalse();
        assertThat(warned(six, 33)).isTrue();
        assertThat(warned(six, 300)).isFalse();
        assertThat(warned(six, 301)).isTrue();
    }

    @Test
    void saysWhatIsUsual() {
        List<Delivery> six = deliveries("north", 100, 90, 110, 100, 95, 300);
        assertThat(VolumeCheck.warnings(List.of(delivery(7, "north", 12, Optional.empty())), six))
                .extractingByKey(7)
                .extracting(Warning::sentence)
                .isEqualTo("brought 12 records, where the last 6 deliveries of its source brought 100 in the"
                        + " middle: ask whether it is complete, and whether it is one month's");
    }

    @Test
    void fiveDeliveriesAreTooFewToTellAndOthersSourcesDoNotCount() {
        List<Delivery> five = new ArrayList<>(deliveries("north", 100, 100, 100, 100, 100));
        assertThat(warned(five, 1)).isFalse();
        five.add(delivery(6, "south", 100, Optional.empty()));
        assertThat(warned(five, 1)).isFalse();
    }

    @Test
    void onlyTheLastTwelveCount() {
        List<Delivery> grown = deliveries(
                "north", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
        assertThat(warned(grown, 90)).isFalse();
        assertThat(warned(grown, 3)).isTrue();
    }

    @Test
    void whatADeliveryReplacesIsNotWhatItIsComparedWith() {
        List<Delivery> six = deliveries("north", 100, 100, 100, 100, 100, 100);
        assertThat(VolumeCheck.warnings(List.of(delivery(7, "north", 1, Optional.of(6))), six))
                .isEmpty();
        assertThat(VolumeCheck.warnings(List.of(delivery(7, "north", 1, Optional.empty())), six))
                .hasSize(1);
    }

    @Test
    void deliveriesOfOneRunCountLikeThoseOfSeveral() {
        List<Delivery> seven = new ArrayList<>(deliveries("north", 100, 100, 100, 100, 100, 100, 1));
        assertThat(VolumeCheck.warnings(seven, List.of())).hasSize(1);
    }

    private static boolean warned(List<Delivery> current, long stored) {
        return !VolumeCheck.warnings(List.of(delivery(current.size() + 1, "north", stored, Optional.empty())), current)
                .isEmpty();
    }

    private static List<Delivery> deliveries(String source, long... stored) {
        List<Delivery> all = new ArrayList<>();
        for (long volume : stored) {
            all.add(delivery(all.size() + 1, source, volume, Optional.empty()));
        }
        return all;
    }

    private static Delivery delivery(int number, String source, long stored, Optional<Integer> replaces) {
        return new Delivery(
                number,
                number,
                new DeliveredFile(FileLocation.of(""), source, number + ".csv", "", 1),
                new Tally(stored, stored, 0, 0, 0),
                0,
                replaces,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
