package dev.switchback.cli;

import dev.switchback.report.MigrationReport;
import dev.switchback.report.ReportFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How verdicts are told. */
final class OutputOptions {

    @Option(
            names = {"-f", "--format"},
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}; text by default.")
    private Format format = Format.TEXT;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Also writes the report as a page, and as JSON beside it.")
    private @Nullable Path page;

    /** Tells the verdicts, and returns the exit code that they ask for. */
    int tell(MigrationReport report, PrintWriter out) {
        out.print(format.write(report));
        if (page != null) {
            try {
                ReportFiles.at(page).add(report.histories());
            } catch (IOException e) {
                throw CommandException.environment("The report cannot be written to " + page + ": " + e);
            }
        }
        return report.fails() ? ExitCode.FINDINGS : ExitCode.HOLDS;
    }
}
