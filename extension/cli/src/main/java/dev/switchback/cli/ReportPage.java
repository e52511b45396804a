package dev.switchback.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The place of the report's page. */
final class ReportPage {

    private static final String OFF = "off";
    private static final String EXTENSION = ".html";

    private ReportPage() {}

    /**
     * The page of a call; empty if none is wanted, or if no project is here whose build makes a folder for such files.
     *
     * @param named by the option; null if it was not given
     */
    static Optional<Path> of(@Nullable String named, Environment environment) {
        Optional<String> wanted =
                Optional.ofNullable(named).or(() -> environment.value(DatabaseOptions.PREFIX + "_REPORT"));
        if (wanted.isPresent()) {
            return wanted.filter(page -> !page.equals(OFF)).map(page -> page(page, environment));
        }
        return environment.build().isPresent() ? Optional.empty() : byDefault(environment);
    }

    private static Path page(String named, Environment environment) {
        if (!named.endsWith(EXTENSION)) {
            throw CommandException.wrongUse(
                    "The report is a file such as migrations" + EXTENSION + ", or " + OFF + ", and not " + named + ".");
        }
        return environment.at(Path.of(named));
    }

    private static Optional<Path> byDefault(Environment environment) {
        if (has("pom.xml", environment)) {
            return Optional.of(environment.at(Path.of("target/switchback/report.html")));
        }
        return Stream.of("build.gradle", "build.gradle.kts").anyMatch(file -> has(file, environment))
                ? Optional.of(environment.at(Path.of("build/switchback/report.html")))
                : Optional.empty();
    }

    private static boolean has(String file, Environment environment) {
        return Files.isRegularFile(environment.at(Path.of(file)));
    }
}
