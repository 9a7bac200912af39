package physio.outcomes.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import physio.outcomes.report.FullComparison;
import physio.outcomes.report.IndexPage;
import physio.outcomes.report.Page;
import physio.outcomes.report.SmallComparison;
import physio.outcomes.report.SmallMonth;

/** Each kind of page, parsed: what holds for a reader, a screen reader and a browser that may ask for nothing. */
class HtmlPagesTest {
    private static final HtmlPages HTML = new HtmlPages("0.1.0", Optional.empty());
    private static final String NASTY = "<script>alert(1)</script> & \"Co\"";

    /** Of the three patients whom nobody may read, and of the group hidden with them. */
    private static final List<String> SECRETS =
            List.of("7.77", "2.22", "8.88", "7.8 points", "2.2 points", "8.9 points");

    static Stream<Page> pages() {
        return Stream.of(
                SmallMonth.with("").report().overview(),
                SmallMonth.with("").report().clinic("C1"),
                SmallMonth.with("privacy: {profile: public}").report().clinic("C1"),
                SmallMonth.empty().report().overview(),
                SmallComparison.report(1.5, "").page(),
                FullComparison.report("").page(),
                FullComparison.report("privacy: {profile: public}").page(),
                IndexPage.of(
                        "Clinics & Co",
                        List.of(new IndexPage.Entry("2024-06", "Outcomes in June 2024")),
                        List.of(new IndexPage.Entry("compare-default", "Techniques compared"))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void allowsItselfNoRequest(Page page) {
        Document html = parsed(page);
        Element policy = html.selectFirst("head > meta[http-equiv=Content-Security-Policy]");
        assertThat(policy).isNotNull();
        assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:");
        assertThat(html.select("script, link, iframe, object, embed, img[src^=http], base, form"))
                .isEmpty();
        assertThat(html.select("[src], image, use")).isEmpty();
        assertThat(html.select("style").html()).doesNotContain("@import").doesNotContain("http");
        assertThat(html.select("[href], [xlink:href]"))
                .allSatisfy(link -> assertThat(link.attr("href"))
                        .matches("#[A-Za-z][A-Za-z0-9_-]*|(\\.\\./)?[A-Za-z0-9_-]+(/index)?\\.html"));
        assertThat(Pattern.compile("url\\((?!#|data:|'#|\"#)")
                        .matcher(HTML.render(page))
                        .find())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givesEachIdOnceAndPointsToNoOther(Page page) {
        Document html = parsed(page);
        List<String> ids = html.select("[id]").eachAttr("id");
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(html.select("a[href^=#]"))
                .allSatisfy(link -> assertThat(ids).contains(link.attr("href").substring(1)));
        assertThat(html.select("[aria-labelledby]"))
                .isNotEmpty()
                .allSatisfy(labelled -> assertThat(ids).contains(labelled.attr("aria-labelledby")));
        var used = Pattern.compile("url\\(['\"]?#([^)'\"]+)").matcher(HTML.render(page));
        while (used.find()) {
            assertThat(ids).contains(used.group(1));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellsWhatItsTablesAndPicturesShow(Page page) {
        Document html = parsed(page);
        assertThat(html.select("table")).isNotEmpty().allSatisfy(table -> {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("th"))
                    .isNotEmpty()
                    .allSatisfy(th -> assertThat(th.attr("scope")).isIn("col", "row"));
            int columns = table.select("thead th").size();
            assertThat(table.select("tbody tr"))
                    .allSatisfy(row -> assertThat(row.children()).hasSize(columns));
        });
        assertThat(html.select("svg")).allSatisfy(svg -> {
            assertThat(svg.attr("role")).isEqualTo("img");
            assertThat(svg.attr("aria-label")).isNotBlank();
        });
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.select("html").attr("lang")).isEqualTo("en-GB");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormedXml(Page page) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        byte[] bytes = HTML.render(page).getBytes(StandardCharsets.UTF_8);
        assertThat(builder.parse(new ByteArrayInputStream(bytes))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("html");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isTheSameEachTime(Page page) {
        assertThat(new HtmlPages("0.1.0", Optional.empty()).render(page)).isEqualTo(HTML.render(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givesNoHiddenFigureAway(Page page) {
        Document html = parsed(page);
        String text = html.text() + html.select("svg").eachAttr("aria-label");
        assertThat(SECRETS).allSatisfy(secret -> assertThat(text).doesNotContain(secret));
    }

    /** Else the test above could not fail. */
    @Test
    void showsTheSameFiguresUnprotected() {
        Document html =
                parsed(SmallMonth.with("privacy: {profile: none}").report().clinic("C1"));
        assertThat(html.text()).contains("7.77", "2.22");
        assertThat(html.select(".warning").attr("role")).isEqualTo("alert");
    }

    @Test
    void escapesWhatSettingsSay() {
        String more = "report: {organisation: '" + NASTY + "'}\n";
        Page month = SmallMonth.with(more).report().overview();
        Page index = IndexPage.of(NASTY, List.of(new IndexPage.Entry("2024-06", NASTY)), List.of());
        for (Page page : List.of(month, index)) {
            Document html = parsed(page);
            assertThat(HTML.render(page)).doesNotContain("<script");
            assertThat(html.select("script")).isEmpty();
            assertThat(html.select(".organisation").text()).isEqualTo(NASTY);
        }
        assertThat(parsed(index).select("nav a").eachText()).containsExactly(NASTY);
    }

    @Test
    void saysOnEachPageThatAssociationIsNoCause() {
        assertThat(pages().map(page -> parsed(page).select("footer").text()))
                .allSatisfy(footer -> assertThat(footer)
                        .isEqualTo("Made by physio-outcomes 0.1.0. “Associated with” never means “caused by”."));
    }

    private static Document parsed(Page page) {
        return Jsoup.parse(HTML.render(page));
    }
}
