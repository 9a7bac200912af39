package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import physio.outcomes.store.Leftovers;
import physio.outcomes.store.StoreCompacted;

class CompactCommandTest {
    private static final Leftovers NONE = new Leftovers(List.of(), 0);
    private static final Leftovers TWO = new Leftovers(List.of(new Path("one"), new Path("two")), 1_550_000);

    @Test
    void saysWhatWasDoneAndNothingOfWhatWasNot() {
        assertThat(CompactCommand.told(new StoreCompacted(1_200, 30, TWO)))
                .isEqualTo("Merged 1,200 small files into 30; removed 2 files (1.6 MB) that belonged to no state of the"
                        + " store.");
        assertThat(CompactCommand.told(new StoreCompacted(2, 1, NONE)))
                .isEqualTo("Merged 2 small files into 1; nothing to remove: what was merged stays for a day, for those"
                        + " who read it.");
        assertThat(CompactCommand.told(new StoreCompacted(0, 0, TWO)))
                .isEqualTo("No small files to merge; removed 2 files (1.6 MB) that belonged to no state of the store.");
        assertThat(CompactCommand.told(new StoreCompacted(0, 0, NONE)))
                .isEqualTo("Nothing to do: no small files to merge, and none that belong to no state of the store and"
                        + " are a day old.");
    }
}
