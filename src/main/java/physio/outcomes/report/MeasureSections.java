package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** All about one measure: the differences first, then what bears on how far to trust them. */
final class MeasureSections {
    private MeasureSections() {}

    static Section of(ComparisonSubject subject, Measure measure) {
        List<Block> blocks = new ArrayList<>();
        for (String window : MonthlySubject.windows(measure)) {
            blocks.addAll(ContrastBlocks.of(subject, measure, window));
        }
        blocks.addAll(BalanceBlocks.of(subject, measure));
        blocks.addAll(TrajectoryBlocks.of(subject, measure));
        blocks.addAll(DistributionBlocks.of(subject, measure));
        blocks.addAll(ResponderBlocks.of(subject, measure));
        blocks.addAll(DoseBlocks.of(subject, measure));
        blocks.addAll(HeterogeneityBlocks.of(subject, measure));
        blocks.addAll(RobustnessBlocks.of(subject, measure));
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph(Texts.say("measure.none")));
        }
        return new Section("measure-" + measure.id(), measure.label(), blocks);
    }
}
