package dev.switchback.jupiter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Refuses modules of JUnit that do not belong together, before one of them looks for tests and dies of it. A build mixes them
 * where one of its dependencies brings some and another one the rest. For JUnit.
 */
public final class JUnitModules implements LauncherSessionListener {

    private static final Map<String, String> CLASSES = new LinkedHashMap<>();

    static {
        CLASSES.put("org.junit.jupiter:junit-jupiter-api", "org.junit.jupiter.api.Test");
        CLASSES.put("org.junit.jupiter:junit-jupiter-engine", "org.junit.jupiter.engine.JupiterTestEngine");
        CLASSES.put("org.junit.jupiter:junit-jupiter-params", "org.junit.jupiter.params.ParameterizedTest");
        CLASSES.put("org.junit.platform:junit-platform-commons", "org.junit.platform.commons.JUnitException");
        CLASSES.put("org.junit.platform:junit-platform-engine", "org.junit.platform.engine.TestEngine");
    }

    /** For JUnit. */
    public JUnitModules() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Map<String, String> found = new LinkedHashMap<>();
        CLASSES.forEach((module, type) -> JarVersions.ofClass(type).ifPresent(version -> found.put(module, version)));
        check(found);
    }

    static void check(Map<String, String> versions) {
        TreeSet<String> lines =
                versions.values().stream().map(JUnitModules::line).collect(Collectors.toCollection(TreeSet::new));
        if (lines.size() > 1) {
            throw new ExtensionConfigurationException(message(versions));
        }
    }

    private static String message(Map<String, String> versions) {
        String newest = versions.values().stream()
                .map(JUnitModules::ofJupiter)
                .max(JarVersions::compare)
                .orElseThrow();
        int width = versions.keySet().stream().mapToInt(String::length).max().orElse(0);
        String list = versions.entrySet().stream()
                .map(entry -> "  " + entry.getKey()
                        + " ".repeat(width - entry.getKey().length() + 2) + entry.getValue())
                .collect(Collectors.joining("\n"));
        return """
                JUnit's modules on the class path have different versions, and do not work together:

                %s

                Give them all the same one. In Maven, among the dependencies of <dependencyManagement>:

                  <dependency>
                    <groupId>org.junit</groupId>
                    <artifactId>junit-bom</artifactId>
                    <version>%s</version>
                    <type>pom</type>
                    <scope>import</scope>
                  </dependency>

                In Gradle:

                  testImplementation(platform("org.junit:junit-bom:%s"))
                """
                .formatted(list, newest, newest)
                .stripTrailing();
    }

    /** Modules of one minor version belong together. */
    private static String line(String version) {
        return ofJupiter(version).replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    /** The platform counted from 1 while Jupiter counted from 5. */
    private static String ofJupiter(String version) {
        return version.startsWith("1.") ? "5." + version.substring(2) : version;
    }
}
