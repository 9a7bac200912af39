package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.spark.sql.SparkSession;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.ingest.simulate.Simulation;
import physio.outcomes.ingest.simulate.SimulationPlan;

/** INPUTS row 48, the whole way: labels and ids that would be formulas, markup or addresses come out as what they say, in each format. */
@ExtendWith(SparkTest.class)
@TestInstance(Lifecycle.PER_CLASS)
class InertTextIT {
    private static final String FORMULA = "=cmd|'/C_calc'!A0";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ADDRESS = "file:///etc/passwd";
    private static final String ENTITY = "&#x3c;b&#x3e;";
    private static final String PICTURE = "<img/src=x/onerror=alert(1)>";
    private static final List<String> LABELS = List.of(FORMULA, SCRIPT, ADDRESS, ENTITY, PICTURE);

    /** An id that a clinic may have, and a spreadsheet would run. */
    private static final String CLINIC = "-C03";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(E[+-]?[0-9]+)?");

    private final ReportRun month;
    private final ReportRun comparison;

    InertTextIT(SparkSession spark, @TempDir Path folder) throws IOException {
        assertThat(spark).isNotNull();
        Settings settings = ReportRun.settings(
                "",
                Map.of(
                        "privacy.profile", "none",
                        "report.organisation", quoted(FORMULA),
                        "techniques.effleurage.label", quoted(SCRIPT),
                        "techniques.petrissage.label", quoted(ADDRESS),
                        "regions.neck.label", quoted(ENTITY),
                        "measures.pain.label", quoted(PICTURE),
                        "measures.pain.unit", quoted(ENTITY),
                        "measures.pain.instrument", quoted(SCRIPT),
                        "measures.mobility.label", quoted(FORMULA)));
        ReportRun.ingest(folder, settings, sessions(folder), "");
        this.month = ReportRun.reported(folder, settings);
        this.comparison = ReportRun.compared(folder, settings);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Path sessions(Path folder) throws IOException {
        Path inbox = folder.resolve("inbox");
        Simulation.write(new SimulationPlan(3_000, 5, YearMonth.of(2024, 3), 4, 4), inbox, written -> {});
        try (Stream<Path> files = Files.list(inbox)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                Files.writeString(file, Files.readString(file).replace(",C03,", "," + CLINIC + ","));
            }
        }
        return inbox;
    }

    @Test
    void pagesShowThemAndHoldNoMarkupOfThem() {
        for (String html : List.of(month.page(), month.text("clinic-" + CLINIC + ".html"), comparison.page())) {
            Document page = Jsoup.parse(html);
            assertThat(LABELS).allSatisfy(label -> assertThat(page.text()).contains(label));
            assertThat(page.select("script, img, b, iframe, object, foreignObject, [src], [onerror]"))
                    .isEmpty();
            assertThat(page.select("[href]").eachAttr("href"))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("#") || address.endsWith(".html"));
        }
    }

    @Test
    void chartsShowThemAndAreWellFormed() throws IOException, ParserConfigurationException, SAXException {
        for (ReportRun report : List.of(month, comparison)) {
            List<Element> charts = Jsoup.parse(report.page()).select("svg");
            assertThat(charts).hasSizeGreaterThan(5);
            String texts = charts.stream()
                    .flatMap(chart -> chart.select("text, title").stream())
                    .map(Element::text)
                    .reduce("", (all, text) -> all + "\n" + text);
            assertThat(texts).contains(PICTURE, ADDRESS, SCRIPT, FORMULA);
            for (String drawing : drawings(report.page())) {
                var svg = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(drawing)));
                assertThat(List.of("script", "image", "img", "a", "foreignObject"))
                        .allSatisfy(name -> assertThat(
                                        svg.getElementsByTagName(name).getLength())
                                .isZero());
            }
        }
    }

    @Test
    void printedPagesShowThemAndLeadNowhere() throws IOException {
        try (PDDocument document = Loader.loadPDF(month.file("index.pdf").toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(LABELS).allSatisfy(label -> assertThat(text).contains(label.replace(" ", "")));
            assertThat(document.getDocumentCatalog().getNames() == null
                            || document.getDocumentCatalog().getNames().getJavaScript() == null)
                    .isTrue();
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                    assertThat(((PDAnnotationLink) annotation).getAction()).isInstanceOf(PDActionGoTo.class);
                }
            }
        }
    }

    @Test
    void noCellOfATableIsAFormula() throws IOException {
        for (ReportRun report : List.of(month, comparison)) {
            try (Stream<Path> files = Files.list(report.file("tables"))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString().replace(".csv", "");
                    for (CSVRecord row : report.table(name)) {
                        assertThat(row.toList())
                                .as(name)
                                .allMatch(cell -> cell.isEmpty()
                                        || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0
                                        || NUMBER.matcher(cell).matches());
                    }
                }
            }
        }
        assertThat(month.table("activity"))
                .extracting(row -> row.get("clinic_id"))
                .contains("'" + CLINIC);
        assertThat(month.table("technique_outcomes"))
                .extracting(row -> row.get("change_mean"))
                .as("numbers keep their sign")
                .anyMatch(number -> number.startsWith("-"));
    }

    @Test
    void programsReadThemAsTheyAre() throws IOException {
        String json = month.text("results.json");
        assertThat(new ObjectMapper()
                        .readTree(json.getBytes(StandardCharsets.UTF_8))
                        .path("tables")
                        .path("activity")
                        .findValuesAsText("clinic_id"))
                .contains(CLINIC);
        assertThat(month.text("run.json")).contains("alert(1)");
        assertThat(new ObjectMapper()
                        .readTree(month.text("run.json"))
                        .path("origin")
                        .path("settings")
                        .asText())
                .contains(SCRIPT);
    }

    private static List<String> drawings(String html) {
        return Pattern.compile("(?s)<svg .*?</svg>")
                .matcher(html)
                .results()
                .map(drawing -> drawing.group())
                .toList();
    }
}
