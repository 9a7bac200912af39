package physio.outcomes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers of DESIGN.md. A rule that matches nothing fails: ArchUnit does so by itself. */
class ArchitectureTest {
    private static final String ROOT = "physio.outcomes.";

    /** From the top down: an import goes down this list, never up. */
    private static final List<String> LAYERS = List.of(
            "cli", "job", "report", "spc", "privacy", "compare", "measure", "store", "ingest", "catalogue", "domain");

    /** Layers of plain Java. */
    private static final List<String> WITHOUT_SPARK =
            List.of("report", "spc", "privacy", "ingest", "catalogue", "domain");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("physio.outcomes");

    @Test
    void importsGoDownTheLayers() {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : LAYERS) {
            architecture = architecture.layer(layer).definedBy(packages(layer));
        }
        for (int i = 0; i < LAYERS.size() - 1; i++) {
            String[] below = LAYERS.subList(i + 1, LAYERS.size()).toArray(String[]::new);
            architecture = architecture.whereLayer(LAYERS.get(i)).mayOnlyAccessLayers(below);
        }
        architecture
                .whereLayer(LAYERS.get(LAYERS.size() - 1))
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void everyPackageBelongsToALayer() {
        classes()
                .should()
                .resideInAnyPackage(
                        LAYERS.stream().map(ArchitectureTest::packages).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("layersWithoutSpark")
    void keepsSparkOutOfPlainLayers(String layer) {
        noClasses()
                .that()
                .resideInAPackage(packages(layer))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(CLASSES);
    }

    @Test
    void drawsWithJFreeChartInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packages("report.chart"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jfree.chart..")
                .check(CLASSES);
    }

    /** So that the rule above is about something. */
    @Test
    void drawsWithJFreeChartThere() {
        boolean isDrawing = CLASSES.stream()
                .filter(java -> java.getPackageName().equals(ROOT + "report.chart"))
                .flatMap(java -> java.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("org.jfree.chart"));
        assertThat(isDrawing).isTrue();
    }

    @Test
    void everyPackagePromisesThatNullsAreMarked() {
        Set<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        List<String> unmarked = packages.stream()
                .filter(java -> !java.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertThat(packages).hasSizeGreaterThanOrEqualTo(LAYERS.size());
        assertThat(unmarked).isEmpty();
    }

    private static List<String> layersWithoutSpark() {
        return WITHOUT_SPARK;
    }

    private static String packages(String layer) {
        return ROOT + layer + "..";
    }
}
