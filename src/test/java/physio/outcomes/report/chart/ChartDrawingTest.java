package physio.outcomes.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import physio.outcomes.report.BalanceChart;
import physio.outcomes.report.Better;
import physio.outcomes.report.Chart;
import physio.outcomes.report.DoseChart;
import physio.outcomes.report.ForestChart;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.RecurrenceChart;

class ChartDrawingTest {
    private static final IntervalChart.Row NONE = IntervalChart.Row.suppressed("none", "");

    record Drawing(Chart chart, Size size) {
        String svg() {
            return ChartDrawing.of(chart, size).svg();
        }

        Document parsed() {
            return Jsoup.parse(svg(), "", Parser.xmlParser());
        }
    }

    static Stream<Drawing> drawings() {
        return Stream.concat(drawings(SampleCharts.all()), drawings(ofComparison()));
    }

    private static List<Chart> ofComparison() {
        return Stream.concat(ComparisonCharts.all().stream(), TimeCharts.all().stream())
                .toList();
    }

    private static Stream<Drawing> drawings(List<Chart> charts) {
        return charts.stream().flatMap(chart -> Stream.of(Size.values()).map(size -> new Drawing(chart, size)));
    }

    @Test
    void drawsEveryKindOfChart() {
        assertThat(drawings().map(drawing -> (Object) drawing.chart().getClass()))
                .contains((Object[]) Chart.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void isOneImageWithAnAlternative(Drawing drawing) {
        Element svg = drawing.parsed().child(0);
        assertThat(drawing.svg()).startsWith("<svg ").endsWith("</svg>");
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.attr("aria-label")).isEqualTo(drawing.chart().alternative());
        assertThat(svg.selectXpath("./title").text()).isEqualTo(drawing.chart().title());
        assertThat(svg.attr("width")).isEqualTo(String.valueOf(drawing.size().width()));
        assertThat(svg.attr("height")).matches("[0-9]+");
        assertThat(svg.attr("viewBox")).isEqualTo("0 0 " + svg.attr("width") + " " + svg.attr("height"));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void keepsAllTextWithinTheDrawingAndLegible(Drawing drawing) {
        Document svg = drawing.parsed();
        assertThat(svg.select("text")).isNotEmpty().allSatisfy(text -> {
            double size = size(text);
            assertThat(size).isGreaterThanOrEqualTo(9);
            double x = Double.parseDouble(text.attr("x"));
            assertThat(x).as(text.text()).isNotNegative();
            assertThat(x + width(text))
                    .as(text.text())
                    .isLessThanOrEqualTo(drawing.size().width());
            assertThat(Double.parseDouble(text.attr("y")))
                    .isBetween(size, Double.parseDouble(svg.child(0).attr("height")));
        });
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void laysNoTextOverAnother(Drawing drawing) {
        List<Element> texts = drawing.parsed().select("text");
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(texts.get(i), texts.get(j)))
                        .as(texts.get(i).text() + " over " + texts.get(j).text())
                        .isFalse();
            }
        }
    }

    private static double size(Element text) {
        return Double.parseDouble(text.attr("style").replaceAll(".*font-size: ([0-9.]+)px.*", "$1"));
    }

    private static double width(Element text) {
        return Wrapping.width(text.wholeText(), Theme.SMALL.deriveFont((float) size(text)));
    }

    private static boolean overlap(Element one, Element other) {
        double apart = Math.abs(Double.parseDouble(one.attr("y")) - Double.parseDouble(other.attr("y")));
        double left = Double.parseDouble(one.attr("x"));
        double otherLeft = Double.parseDouble(other.attr("x"));
        return apart < 9 && left < otherLeft + width(other) && otherLeft < left + width(one);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void beginsEachIdWithThoseOfChartAndSize(Drawing drawing) {
        String prefix = drawing.chart().id() + "-" + drawing.size().suffix() + "-";
        List<String> ids = drawing.parsed().select("[id]").eachAttr("id");
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.startsWith(prefix));
        List<String> references = new ArrayList<>();
        for (Element clipped : drawing.parsed().select("[clip-path]")) {
            references.add(clipped.attr("clip-path").replaceAll("url\\(#(.*)\\)", "$1"));
        }
        assertThat(ids).containsAll(references);
    }

    @Test
    void dependsNeitherOnClockNorLocaleNorZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<String> here = drawings().map(Drawing::svg).toList();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(drawings().map(Drawing::svg).toList()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** The same on every JDK and machine; if a chart is meant to look different, so is its number. */
    @Test
    void hasTheSameBytesEverywhere() throws NoSuchAlgorithmException {
        assertThat(hash(SampleCharts.all())).isEqualTo("850efd805deff1fb");
        assertThat(hash(ofComparison())).isEqualTo("2a56a6ada7bfbc02");
    }

    private static String hash(List<Chart> charts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        drawings(charts).forEach(drawing -> digest.update(drawing.svg().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    @Test
    void keepsMarkupInLabelsInert() {
        String script = "<script>alert('1')</script>\"&";
        IntervalChart chart = SampleCharts.intervals(List.of(IntervalChart.Row.of(script, 1, 0, 2, script)));
        for (Size size : Size.values()) {
            String svg = ChartDrawing.of(chart, size).svg();
            assertThat(svg).doesNotContain("<script");
            assertThat(Jsoup.parse(svg, "", Parser.xmlParser()).text()).contains("<script>");
        }
    }

    @Test
    void saysWhereThereIsNothingToShow() {
        List<Chart> empty = List.of(
                SampleCharts.intervals(List.of()),
                SampleCharts.shares(List.of()),
                SampleCharts.months(List.of(), Set.of(), OptionalDouble.empty()),
                SampleCharts.months(SampleCharts.points(Double.NaN), Set.of(), OptionalDouble.of(1)),
                SampleCharts.trajectory(List.of()),
                ComparisonCharts.heterogeneity(List.of(), NONE, NONE),
                ComparisonCharts.distribution(List.of()),
                ComparisonCharts.distribution(
                        List.of(ComparisonCharts.distribution().rows().get(2))),
                new BalanceChart("none", "", List.of(), List.of()),
                new RecurrenceChart("none", "", List.of()),
                new DoseChart("none", "", SampleCharts.PAIN, Better.HIGHER, List.of(), List.of()),
                new ForestChart("none", "", SampleCharts.PAIN, Better.HIGHER, OptionalDouble.empty(), List.of()));
        assertThat(empty).allSatisfy(chart -> {
            assertThat(ChartDrawing.of(chart, Size.NARROW).svg()).contains("No values to show.");
            assertThat(chart.alternative()).contains("No values are shown");
        });
    }
}
