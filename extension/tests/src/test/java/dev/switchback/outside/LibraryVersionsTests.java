package dev.switchback.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions that Maven takes in projects that declare libraries of their own, in every order. */
class LibraryVersionsTests {

    private static final String SWITCHBACK = "0.1.0-SNAPSHOT";
    private static final String DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:list";

    @Test
    void aProjectsOwnVersionsWinInEveryOrder(@TempDir Path folder) throws IOException, InterruptedException {
        MavenRun.assumeMaven();
        List<OwnVersions> projects = projects();
        for (OwnVersions project : projects) {
            Path module = Files.createDirectories(folder.resolve("all").resolve(project.name()));
            Files.writeString(module.resolve("pom.xml"), project.pom());
        }
        Files.writeString(
                folder.resolve("all/pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>o</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>"
                        + projects.stream()
                                .map(project -> "<module>" + project.name() + "</module>")
                                .collect(Collectors.joining())
                        + "</modules></project>");

        MavenRun run = MavenRun.of(
                folder.resolve("all"),
                LinkedRepository.create(folder.resolve("repository")),
                DEPENDENCY_PLUGIN,
                "-DoutputFile=list.txt");

        assertThat(run.isSuccess()).as(run.text()).isTrue();
        for (OwnVersions project : projects) {
            String list = Files.readString(
                    folder.resolve("all").resolve(project.name()).resolve("list.txt"));
            assertThat(versions(list, "org\\.junit\\.jupiter"))
                    .as(project.name())
                    .isEqualTo(Set.of(project.junit()));
            assertThat(versions(list, "org\\.junit\\.platform"))
                    .as(project.name())
                    .hasSize(1);
            assertThat(versions(list, "org\\.flywaydb")).as(project.name()).isEqualTo(Set.of(project.flyway()));
            assertThat(versions(list, "org\\.jooq")).as(project.name()).isEqualTo(Set.of(project.jooq()));
        }
    }

    private static List<OwnVersions> projects() {
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
