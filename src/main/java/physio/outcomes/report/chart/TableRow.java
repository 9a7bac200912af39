package physio.outcomes.report.chart;

import java.util.List;

/**
 * A row of a table below an axis.
 *
 * @param label beside the figures in the wide drawing, above them in the narrow one
 * @param sample of what is drawn for it above; of nothing if {@link #PLAIN}
 */
record TableRow(String label, Key.Sample sample, List<NamedTicks.Name> cells) {
    static final Key.Sample PLAIN = (g2, box) -> {};
    static final int SAMPLE = 26;

    /** Between neighbouring figures. */
    private static final int SPACE = 4;

    /** The widest that a label beside figures may be. */
    private static final int MOST = 190;

    /** A row of words alone. */
    static TableRow heading(String text) {
        return new TableRow(text, PLAIN, List.of());
    }

    /** Where the label begins. */
    double indent() {
        return sample.equals(PLAIN) ? 0 : SAMPLE;
    }

    List<String> labelLines(Size size) {
        double most = cells.isEmpty() ? size.width() - 16 : size.pick(size.width() - 16, MOST);
        return Wrapping.lines(label, Theme.SMALL, most - indent());
    }

    /** How wide sample and label are where they stand beside figures. */
    double labelWidth(Size size) {
        return cells.isEmpty()
                ? 0
                : indent()
                        + labelLines(size).stream()
                                .mapToDouble(line -> Wrapping.width(line, Theme.SMALL))
                                .max()
                                .orElse(0);
    }

    /** How many lines the figures take: where neighbours would touch, every other one stands a line lower. */
    int cellLines(double pxForOne) {
        for (int i = 1; i < cells.size(); i++) {
            NamedTicks.Name left = cells.get(i - 1);
            NamedTicks.Name right = cells.get(i);
            double widths = Wrapping.width(left.text(), Theme.SMALL) + Wrapping.width(right.text(), Theme.SMALL);
            if (widths / 2 + SPACE > pxForOne * (right.value() - left.value())) {
                return 2;
            }
        }
        return 1;
    }
}
