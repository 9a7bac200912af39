package physio.outcomes;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.job.ExportJob;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.privacy.Release;

/** The layers of DESIGN.md. A rule that matches nothing fails: ArchUnit does so by itself. */
class ArchitectureTest {
    private static final String ROOT = "physio.outcomes.";

    /** From the top down: an import goes down this list, never up. */
    private static final List<String> LAYERS = List.of(
            "cli", "job", "report", "spc", "privacy", "compare", "measure", "store", "ingest", "catalogue", "domain");

    /** Layers of plain Java. */
    private static final List<String> WITHOUT_SPARK =
            List.of("report", "spc", "privacy", "ingest", "catalogue", "domain");

    /** What only privacy makes. */
    private static final Class<?>[] PUBLISHED = {PublishedTable.class, PublishedRow.class, Release.class};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("physio.outcomes");

    @Test
    void importsGoDownTheLayers() {
        downwards(LAYERS).check(CLASSES);
    }

    /** The check of the check: upside down, the same rule finds what it is there to find. */
    @Test
    void importsUpTheLayersWouldBeFound() {
        List<String> upsideDown = new ArrayList<>(LAYERS);
        Collections.reverse(upsideDown);
        assertThatThrownBy(() -> downwards(upsideDown).check(CLASSES)).hasMessageContaining("was violated");
    }

    @Test
    void aLayerWithoutClassesWouldBeFound() {
        assertThatThrownBy(() -> downwards(List.of("cli", "nowhere", "domain")).check(CLASSES))
                .hasMessageContaining("Layer 'nowhere' is empty");
    }

    private static LayeredArchitecture downwards(List<String> layers) {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : layers) {
            architecture = architecture.layer(layer).definedBy(packages(layer));
        }
        for (int i = 0; i < layers.size() - 1; i++) {
            String[] below = layers.subList(i + 1, layers.size()).toArray(String[]::new);
            architecture = architecture.whereLayer(layers.get(i)).mayOnlyAccessLayers(below);
        }
        return architecture.whereLayer(layers.get(layers.size() - 1)).mayNotAccessAnyLayer();
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
        withoutSpark(layer).check(CLASSES);
    }

    @Test
    void sparkInAPlainLayerAndAPlainLayerWithoutClassesWouldBeFound() {
        assertThatThrownBy(() -> withoutSpark("measure").check(CLASSES)).hasMessageContaining("was violated");
        assertThatThrownBy(() -> withoutSpark("nowhere").check(CLASSES))
                .hasMessageContaining("failed to check any classes");
    }

    private static ArchRule withoutSpark(String layer) {
        return noClasses()
                .that()
                .resideInAPackage(packages(layer))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..");
    }

    /** Protected values come from privacy alone: nobody else calls what makes them. */
    @Test
    void makesPublishedValuesInPrivacyOnly() {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .belongToAnyOf(PUBLISHED)
                .should(bePackagePrivateOrPrivate())
                .check(CLASSES);
        madeInPrivacyOnly("privacy").check(CLASSES);
    }

    @Test
    void publishedValuesMadeElsewhereWouldBeFound() {
        assertThatThrownBy(() -> madeInPrivacyOnly("nowhere").check(CLASSES)).hasMessageContaining("was violated");
    }

    private static ArchRule madeInPrivacyOnly(String layer) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(packages(layer))
                .should()
                .callConstructorWhere(target(owner(belongToAnyOf(PUBLISHED))));
    }

    private static ArchCondition<JavaConstructor> bePackagePrivateOrPrivate() {
        return ArchCondition.from(describe(
                "be package-private or private",
                made -> !made.getModifiers().contains(JavaModifier.PUBLIC)
                        && !made.getModifiers().contains(JavaModifier.PROTECTED)));
    }

    /** What is not protected yet is neither drawn nor exported: no such class knows that there are such tables. */
    @Test
    void reportsAndExportsTakeNoUnprotectedTable() {
        withoutUnprotected(resideInAPackage(packages("report")).or(resideInAPackage(packages("spc"))))
                .check(CLASSES);
        withoutUnprotected(assignableTo(ExportJob.class)
                        .or(simpleName("ParquetTable"))
                        .or(simpleName("ReportDraft")))
                .check(CLASSES);
    }

    @Test
    void anUnprotectedTableInAReportWouldBeFound() {
        assertThatThrownBy(() -> withoutUnprotected(resideInAPackage(packages("privacy")))
                        .check(CLASSES))
                .hasMessageContaining("was violated");
    }

    private static ArchRule withoutUnprotected(DescribedPredicate<JavaClass> where) {
        return classes()
                .that(where)
                .should()
                .onlyDependOnClassesThat(not(belongToAnyOf(ResultTable.class, ResultTable.ResultRow.class)));
    }

    @Test
    void drawsWithJFreeChartInOnePackageOnly() {
        classes()
                .that()
                .resideInAPackage(packages("report.chart"))
                .and()
                .haveSimpleNameEndingWith("Plot")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jfree.chart..")
                .check(CLASSES);
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
