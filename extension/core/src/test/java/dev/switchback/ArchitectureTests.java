package dev.switchback;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The direction of packages, and the room of each library. */
class ArchitectureTests {

    private static final String ROOT = "dev.switchback";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final Set<String> DIFFERENT_IN_EACH_RUN = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Calendar.getInstance",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.time.ZoneId.systemDefault",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.security.SecureRandom.<init>");

    /** With a seed or a locale they are the same everywhere. */
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of(
            "java.util.Random.<init>",
            "java.util.Date.<init>",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase");

    private static void holds(ArchRule rule) {
        rule.check(PRODUCTION);
    }

    /** At the ground: every area may know them. */
    private static final List<String> GROUND = List.of("text", "testfiles", "threads", "product");

    @Test
    void theGroundKnowsNothingElse() {
        String[] ground = GROUND.stream().map(area -> ROOT + "." + area + "..").toArray(String[]::new);
        holds(noClasses()
                .that()
                .resideInAnyPackage(ground)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(resideOutsideOfPackages(ground))));
    }

    @Test
    void theSchemaKnowsNoOtherArea() {
        holds(knowsOnly("schema"));
    }

    @Test
    void provisioningKnowsNoOtherArea() {
        holds(knowsOnly("provision"));
    }

    @Test
    void migrationsKnowSchemaProvisioningAndFilling() {
        holds(knowsOnly("migration", "schema", "provision", "filling"));
    }

    @Test
    void fillingKnowsTheSchema() {
        holds(knowsOnly("filling", "schema"));
    }

    @Test
    void fixturesKnowTheSchema() {
        holds(knowsOnly("fixture", "schema"));
    }

    @Test
    void assertionsKnowSchemaAndFixtures() {
        holds(knowsOnly("assertions", "schema", "fixture"));
    }

    @Test
    void lintKnowsMigrationsSchemaAndProvisioning() {
        holds(knowsOnly("lint", "migration", "schema", "provision"));
    }

    @Test
    void statementsKnowMigrationsSchemaAndProvisioning() {
        holds(knowsOnly("statements", "migration", "schema", "provision"));
    }

    @Test
    void reportsKnowWhatWasJudged() {
        holds(knowsOnly("report", "migration", "lint", "schema", "statements"));
    }

    @Test
    void assertjStaysInTheAssertions() {
        holds(only("org.assertj..", ROOT + ".assertions.."));
    }

    @Test
    void aProductKnowsTheAreasItServes() {
        holds(knowsOnly(
                "postgresql",
                "schema",
                "provision",
                "migration",
                "filling",
                "fixture",
                "assertions",
                "lint",
                "statements"));
    }

    @Test
    void nothingButTheAnnotationsKnowsTheExtension() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".jupiter")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".jupiter"));
    }

    @Test
    void thereAreNoCyclesBetweenAreas() {
        holds(slices().assignedFrom(new Areas()).should().beFreeOfCycles());
    }

    /** A face and its rooms know each other; between rooms there is one direction. */
    @Test
    void thereAreNoCyclesBetweenRooms() {
        holds(slices().assignedFrom(new Rooms()).should().beFreeOfCycles());
    }

    @Test
    void theRoomsOfMigrationsHaveOneDirection() {
        roomKnowsOnly("log");
        roomKnowsOnly("script", "log");
        roomKnowsOnly("rows", "script");
        roomKnowsOnly("run", "script", "rows", "log");
        roomKnowsOnly("verdicts", "script");
        roomKnowsOnly("template", "verdicts");
        roomKnowsOnly("roundtrip", "script", "rows", "run", "log", "verdicts");
        roomKnowsOnly("drift", "script", "run", "log");
    }

    /** Formats, generation and seeding know the parts of fixtures; that these come from files is for the face to know. */
    @Test
    void theRoomsOfFixturesDoNotCallTheirFace() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".fixture.content",
                        ROOT + ".fixture.export",
                        ROOT + ".fixture.format",
                        ROOT + ".fixture.generate",
                        ROOT + ".fixture.reset",
                        ROOT + ".fixture.seed")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(ROOT + "\\.fixture\\.(Fixtures|FixtureBuilder|TableBuilder|RowBuilder|RowPattern)"));
    }

    /** Who waits for one is given other work of the same pool, and in JUnit's that is another test. */
    @Test
    void noStreamIsParallel() {
        holds(noClasses().should().callMethodWhere(target(nameMatching("parallel|parallelStream"))));
    }

    /** A stranger who searches for a name finds one type. */
    @Test
    void noNameStandsTwice() {
        Map<String, List<String>> packages = PRODUCTION.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(
                        JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getPackageName, toList())));
        packages.values().removeIf(each -> each.size() == 1);

        assertThat(packages).isEmpty();
    }

    private static void roomKnowsOnly(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(others))
                .map(name -> ROOT + ".migration." + name + "..")
                .toArray(String[]::new);
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".migration." + room + "..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(ROOT + ".migration.*..").and(resideOutsideOfPackages(allowed))));
    }

    @Test
    void theRoomsOfMigrationsDoNotCallTheirFace() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".migration.log",
                        ROOT + ".migration.script",
                        ROOT + ".migration.rows",
                        ROOT + ".migration.run",
                        ROOT + ".migration.verdicts",
                        ROOT + ".migration.template",
                        ROOT + ".migration.roundtrip")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(ROOT + "\\.migration\\.(RoundTrip|Migrations|HeadChecks)"));
    }

    @Test
    void junitStaysInTheAnnotationsAndTheExtension() {
        holds(only("org.junit..", ROOT, ROOT + ".jupiter"));
        holds(only("org.opentest4j..", ROOT, ROOT + ".jupiter"));
    }

    @Test
    void jooqStaysWhereTestsMeetIt() {
        holds(only("org.jooq..", ROOT + ".jupiter", ROOT + ".assertions..", ROOT + ".fixture", ROOT + ".postgresql"));
    }

    @Test
    void flywayStaysWhereMigrationsAre() {
        holds(only(
                "org.flywaydb.core..",
                ROOT,
                ROOT + ".jupiter",
                ROOT + ".migration..",
                ROOT + ".lint..",
                ROOT + ".statements",
                ROOT + ".postgresql.."));
        holds(only("org.flywaydb.database..", ROOT + ".postgresql.."));
    }

    @Test
    void librariesForFixturesStayWithThem() {
        holds(only("org.snakeyaml..", ROOT + ".fixture.format", ROOT + ".lint.settings"));
        holds(only("org.eclipse.jgit..", ROOT + ".lint.history"));
        holds(only("de.siegmar..", ROOT + ".fixture.format"));
        holds(only("net.datafaker..", ROOT + ".fixture.generate"));
        holds(only("org.postgresql..", ROOT + ".postgresql.."));
    }

    @Test
    void flywayIsUsedThroughItsPublicSideOnly() {
        // the way to a product's settings, Configuration.getPluginRegister(), has a type of this package
        holds(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.flywaydb.core.internal..")
                        .and(resideOutsideOfPackages("org.flywaydb.core.internal.plugin"))));
    }

    @Test
    void theSchemasModelHoldsNoJdbcObject() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".schema")
                .and()
                .areRecords()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql.."));
    }

    @Test
    void fixturesReadNoClockNoChanceAndNoDefaults() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".fixture..", ROOT + ".postgresql.fixture..", ROOT + ".postgresql.reset..")
                .should()
                .callCodeUnitWhere(describe(
                        "they read the machine's clock, chance, time zone or locale",
                        ArchitectureTests::differsFromRunToRun)));
    }

    @Test
    void theExtensionShowsOnlyWhatJUnitTheAnnotationsAndFrameworksMustSee() {
        holds(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".jupiter")
                        .and()
                        .arePublic()
                        .should()
                        .haveNameMatching(
                                ".*\\.(SwitchbackExtension|RoundTripExtension|LintExtension|PreviousVersionExtension|UnseenMistakesEngine|JUnitModules|CodeSettings(\\$Builder)?"
                                        + "|TestFramework(\\$Installed)?|RunningTests|Application|ApplicationRequest|ApplicationDatabase)"));
    }

    private static boolean differsFromRunToRun(JavaCall<?> call) {
        String method = call.getTargetOwner().getName() + "." + call.getName();
        return DIFFERENT_IN_EACH_RUN.contains(method)
                || (method.startsWith("java.time.") && call.getName().equals("now"))
                || (WITHOUT_ARGUMENTS.contains(method)
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static ArchRule knowsOnly(String area, String... others) {
        String[] allowed = Stream.of(List.of(area), List.of(others), GROUND)
                .flatMap(List::stream)
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + area + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)));
    }

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** Packages; a face is one with the rooms behind it. */
    private static final class Rooms implements SliceAssignment {

        private static final Set<String> FACES = Set.of(
                ROOT,
                ROOT + ".migration",
                ROOT + ".lint",
                ROOT + ".assertions",
                ROOT + ".fixture",
                ROOT + ".postgresql");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String room = javaClass.getPackageName();
            return room.startsWith(ROOT) && !FACES.contains(room) ? SliceIdentifier.of(room) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms of Switchback";
        }
    }

    /** The annotations are the face of the extension: the two are one area. */
    private static final class Areas implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            if (!javaClass.getPackageName().startsWith(ROOT)) {
                return SliceIdentifier.ignore();
            }
            String below = javaClass.getPackageName().equals(ROOT)
                    ? "jupiter"
                    : javaClass.getPackageName().substring(ROOT.length() + 1);
            return SliceIdentifier.of(below.split("\\.", 2)[0]);
        }

        @Override
        public String getDescription() {
            return "areas of Switchback";
        }
    }
}
