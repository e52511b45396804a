package dev.switchback.outside;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A project with libraries of its own.
 *
 * @param switchback artifact and version
 * @param isFirst whether Switchback is declared before them
 * @param hasBom whether JUnit's version comes by its BOM
 */
record OwnVersions(String switchback, String junit, String flyway, String jooq, boolean isFirst, boolean hasBom) {

    /** A name for a folder. */
    String name() {
        return String.join(
                "-",
                switchback.replace(':', '-'),
                "junit",
                junit,
                "flyway",
                flyway,
                isFirst ? "after" : "before",
                hasBom ? "bom" : "plain");
    }

    String pom() {
        String ours = dependency("dev.switchback:" + switchback, "test");
        String theirs = List.of(
                        dependency("org.flywaydb:flyway-core:" + flyway, "compile"),
                        dependency("org.flywaydb:flyway-database-postgresql:" + flyway, "runtime"),
                        dependency("org.jooq:jooq:" + jooq, "compile"),
                        dependency("org.junit.jupiter:junit-jupiter" + (hasBom ? "" : ":" + junit), "test"))
                .stream()
                .collect(Collectors.joining());
        String bom = "<dependencyManagement><dependencies><dependency><groupId>org.junit</groupId>"
                + "<artifactId>junit-bom</artifactId><version>%s</version><type>pom</type><scope>import</scope>"
                        .formatted(junit)
                + "</dependency></dependencies></dependencyManagement>";
        return OutsideBuild.pom(name(), "", hasBom ? bom : "", isFirst ? ours + theirs : theirs + ours);
    }

    static String dependency(String coordinates, String scope) {
        return dependency(coordinates, scope, "jar");
    }

    static String dependency(String coordinates, String scope, String type) {
        String[] parts = coordinates.split(":");
        String version = parts.length > 2 ? "<version>" + parts[2] + "</version>" : "";
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s<scope>%s</scope><type>%s</type></dependency>"
                .formatted(parts[0], parts[1], version, scope, type);
    }
}
