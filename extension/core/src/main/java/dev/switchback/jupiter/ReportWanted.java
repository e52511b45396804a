package dev.switchback.jupiter;

import dev.switchback.SwitchbackParameters;
import dev.switchback.testfiles.BuildFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The wish of {@value SwitchbackParameters#REPORT}.
 *
 * @param table whether the table of verdicts is printed
 * @param page where the page is written; empty if none is
 */
record ReportWanted(boolean table, Optional<Path> page) {

    private static final String PAGE = ".html";

    /**
     * Reads it.
     *
     * @param parameters the configuration parameters by their names
     */
    static ReportWanted by(Function<String, Optional<String>> parameters) {
        String wanted = parameters.apply(SwitchbackParameters.REPORT).orElse("console");
        return switch (wanted) {
            case "console" -> new ReportWanted(true, byDefault());
            case "none" -> new ReportWanted(false, byDefault());
            case "off" -> new ReportWanted(false, Optional.empty());
            default -> new ReportWanted(true, Optional.of(page(wanted)));
        };
    }

    boolean isNothing() {
        return !table && page.isEmpty();
    }

    private static Optional<Path> byDefault() {
        return BuildFolder.ofReports().map(folder -> folder.resolve("report" + PAGE));
    }

    private static Path page(String wanted) {
        if (!wanted.endsWith(PAGE)) {
            throw refused(wanted);
        }
        try {
            return Path.of(wanted);
        } catch (InvalidPathException e) {
            throw refused(wanted);
        }
    }

    private static RuntimeException refused(String wanted) {
        return ConfigurationErrors.value(
                SwitchbackParameters.REPORT,
                wanted,
                "must be one of console, none, off, or a file for the page, such as build/migrations" + PAGE);
    }
}
