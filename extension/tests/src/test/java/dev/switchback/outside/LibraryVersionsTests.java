package dev.switchback.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions that Maven takes in projects that declare libraries of their own, in every order. */
class LibraryVersionsTests {

    static final String SWITCHBACK = "0.1.0-SNAPSHOT";
    private static final String DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:list";

    private static final String JUNIT = OwnVersions.dependency("org.junit.jupiter:junit-jupiter:5.14.4", "compile");
    private static final String FLYWAY = OwnVersions.dependency("org.flywaydb:flyway-core:13.12.0", "compile")
            + OwnVersions.dependency("org.flywaydb:flyway-database-postgresql:13.12.0", "compile");

    @Test
    void aProjectsOwnVersionsWinInEveryOrder(@TempDir Path folder) throws IOException, InterruptedException {
        MavenRun.assumeMaven();
        List<OwnVersions> projects = projects();
        Map<String, String> poms = new LinkedHashMap<>();
        projects.forEach(project -> poms.put(project.name(), project.pom()));
        for (String place : List.of("before", "after")) {
            poms.put("far-" + place, far(place));
        }
        poms.put("starter", starter("starter", JUNIT + FLYWAY));
        poms.put("company", starter("company", OwnVersions.dependency("o:starter:1", "compile", "pom")));
        Path all = OutsideBuild.write(folder.resolve("all"), poms, false);

        MavenRun run = MavenRun.of(
                all, LinkedRepository.create(folder.resolve("repository")), DEPENDENCY_PLUGIN, "-DoutputFile=list.txt");

        assertThat(run.isSuccess()).as(run.text()).isTrue();
        for (OwnVersions project : projects) {
            String list = Files.readString(all.resolve(project.name()).resolve("list.txt"));
            assertThat(versions(list, "org\\.junit\\.jupiter"))
                    .as(project.name())
                    .isEqualTo(Set.of(project.junit()));
            assertThat(versions(list, "org\\.junit\\.platform"))
                    .as(project.name())
                    .hasSize(1);
            assertThat(versions(list, "org\\.flywaydb")).as(project.name()).isEqualTo(Set.of(project.flyway()));
            assertThat(versions(list, "org\\.jooq")).as(project.name()).isEqualTo(Set.of(project.jooq()));
        }
        for (String place : List.of("before", "after")) {
            String list = Files.readString(all.resolve("far-" + place).resolve("list.txt"));
            assertThat(versions(list, "org\\.junit\\.jupiter")).as(place).isEqualTo(Set.of("5.14.4"));
            assertThat(versions(list, "org\\.junit\\.platform")).as(place).isEqualTo(Set.of("1.14.4"));
            assertThat(versions(list, "org\\.flywaydb")).as(place).isEqualTo(Set.of("13.12.0"));
        }
    }

    /** A project whose libraries come by a starter of its company's starter. */
    private static String far(String place) {
        String ours = OwnVersions.dependency("dev.switchback:switchback:" + SWITCHBACK, "test");
        String theirs = OwnVersions.dependency("o:company:1", "compile", "pom");
        return OutsideBuild.pom("far-" + place, "", "", place.equals("before") ? theirs + ours : ours + theirs);
    }

    private static String starter(String name, String dependencies) {
        return OutsideBuild.pom(name, "", "", dependencies)
                .replace("<version>1</version>\n", "<version>1</version><packaging>pom</packaging>\n");
    }

    static List<OwnVersions> projects() {
        List<OwnVersions> projects = new ArrayList<>();
        for (String artifact : List.of("switchback", "switchback-embedded-postgres")) {
            for (String junit : List.of("5.12.2", "5.13.4", "5.14.4", "6.1.3")) {
                for (String flyway : List.of("11.20.3", "13.12.0")) {
                    for (boolean isFirst : List.of(true, false)) {
                        for (boolean hasBom : List.of(true, false)) {
                            projects.add(new OwnVersions(
                                    artifact + ":" + SWITCHBACK, junit, flyway, "3.19.35", isFirst, hasBom));
                        }
                    }
                }
            }
        }
        return projects;
    }

    private static Set<String> versions(String list, String group) {
        Set<String> versions = new TreeSet<>();
        Matcher found = Pattern.compile(group + ":[\\w-]+:jar:([\\w.-]+)").matcher(list);
        while (found.find()) {
            versions.add(found.group(1));
        }
        return versions;
    }
}
