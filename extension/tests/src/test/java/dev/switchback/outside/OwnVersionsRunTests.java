package dev.switchback.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Tests of projects with libraries of their own, run as their users would. */
class OwnVersionsRunTests {

    private static final String OURS = OwnVersions.dependency(
            "dev.switchback:switchback-embedded-postgres:" + LibraryVersionsTests.SWITCHBACK, "test");
    private static final String BOOT = "<parent><groupId>org.springframework.boot</groupId>"
            + "<artifactId>spring-boot-starter-parent</artifactId><version>%s</version><relativePath/></parent>";

    @BeforeAll
    static void mavenIsThere() throws IOException, InterruptedException {
        MavenRun.assumeMaven();
    }

    @Test
    void runsUnderTheParentsOfSpringBoot(@TempDir Path folder) throws IOException, InterruptedException {
        Map<String, String> poms = new LinkedHashMap<>();
        // the second one chooses a jOOQ that needs JDK 21
        for (String version : List.of("3.5.16", "4.1.2")) {
            String theirs = OwnVersions.dependency("org.springframework.boot:spring-boot-starter-test", "test")
                    + OwnVersions.dependency("org.flywaydb:flyway-core", "compile")
                    + OwnVersions.dependency("org.flywaydb:flyway-database-postgresql", "runtime");
            poms.put(
                    "boot-" + version, OutsideBuild.pom("boot-" + version, BOOT.formatted(version), "", theirs + OURS));
        }

        run(folder, poms);
    }

    @Test
    void modulesOfJUnitThatDoNotBelongTogetherAreNamed(@TempDir Path folder) throws IOException, InterruptedException {
        String mixed = OURS
                + OwnVersions.dependency("org.junit.jupiter:junit-jupiter-api:5.12.2", "test")
                + OwnVersions.dependency("org.junit.jupiter:junit-jupiter-engine:5.14.4", "test");
        OutsideBuild.write(folder.resolve("all"), Map.of("mixed", OutsideBuild.pom("mixed", "", "", mixed)), true);

        MavenRun run =
                MavenRun.of(folder.resolve("all"), LinkedRepository.create(folder.resolve("repository")), "test");

        assertThat(run.isSuccess()).isFalse();
        assertThat(run.text())
                .contains("JUnit's modules on the class path have different versions")
                .contains("  org.junit.jupiter:junit-jupiter-api        5.12.2")
                .contains("  org.junit.jupiter:junit-jupiter-engine     5.14.4");
    }

    @Test
    @EnabledIfSystemProperty(named = "outside.matrix", matches = "true")
    void runsWithEveryLineOfEachLibrary(@TempDir Path folder) throws IOException, InterruptedException {
        Map<String, String> poms = new LinkedHashMap<>();
        LibraryVersionsTests.projects().stream()
                .filter(project -> project.switchback().contains("embedded"))
                .forEach(project -> poms.put(project.name(), project.pom()));

        run(folder, poms);
    }

    private static void run(Path folder, Map<String, String> poms) throws IOException, InterruptedException {
        Path all = OutsideBuild.write(folder.resolve("all"), poms, true);

        MavenRun run = MavenRun.of(all, LinkedRepository.create(folder.resolve("repository")), "-fae", "test");

        assertThat(run.isSuccess()).as(run.text()).isTrue();
        for (String project : poms.keySet()) {
            assertThat(Files.readString(
                            all.resolve(project).resolve("target/surefire-reports/shop.MigrationsTest.txt")))
                    .as(project)
                    .contains("Tests run: 10, Failures: 0, Errors: 0, Skipped: 0");
        }
    }
}
