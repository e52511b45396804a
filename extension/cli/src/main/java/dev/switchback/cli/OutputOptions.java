package dev.switchback.cli;

import dev.switchback.report.MigrationReport;
import dev.switchback.report.ReportFiles;
import dev.switchback.report.ReportedHistory;
import dev.switchback.report.ScriptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How verdicts are told. */
final class OutputOptions {

    @Option(
            names = {"-f", "--format"},
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}; text by default.")
    private Format format = Format.TEXT;

    @Option(
            names = "--also",
            paramLabel = "FORMAT=FILE",
            description = "Also writes another format to a file: markdown=comment.md. May be given several times.")
    private Map<Format, Path> also = Map.of();

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = {
                "The report as a page, and as JSON beside it; off writes none.",
                "By default what SWITCHBACK_REPORT says, or else switchback/report.html in target, or in build,"
                        + " of a project with Maven or Gradle."
            })
    private @Nullable String page;

    /**
     * Tells the verdicts, and returns the exit code that they ask for.
     *
     * @param scripts the scripts that were judged, or of which none was to be
     */
    int tell(MigrationReport report, ScriptFiles scripts, CommandLine line) {
        Environment environment = Environment.of(line.getCommandSpec());
        boolean isBuild = environment.build().isPresent();
        line.getOut().print(isBuild ? format.plain(report) : format.write(report));
        if (!format.hasRemarks()) {
            report.remarks().forEach(line.getErr()::println);
        }
        also.forEach((other, file) -> write(file, () -> Files.writeString(file, other.plain(report))));
        ReportPage.of(page, environment)
                .ifPresent(file -> write(file, () -> {
                    ReportFiles files = isBuild ? ReportFiles.ofThisBuild(file) : ReportFiles.at(file);
                    List<ReportedHistory> histories = report.histories();
                    List<String> leftOut =
                            histories.isEmpty() ? files.addNothing(scripts.checksum()) : files.add(histories);
                    leftOut.forEach(line.getErr()::println);
                }));
        return report.fails() ? ExitCode.FINDINGS : ExitCode.HOLDS;
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Path file, Writing writing) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            writing.write();
        } catch (IOException e) {
            throw CommandException.environment("The report cannot be written to " + file + ": " + e);
        }
    }
}
