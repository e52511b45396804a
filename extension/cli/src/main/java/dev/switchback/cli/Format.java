package dev.switchback.cli;

import dev.switchback.report.GithubAnnotations;
import dev.switchback.report.GitlabReport;
import dev.switchback.report.JsonReport;
import dev.switchback.report.MarkdownReport;
import dev.switchback.report.MigrationReport;
import dev.switchback.report.SarifReport;
import dev.switchback.report.TextReport;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** The forms of output. */
enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    SARIF,
    GITHUB,
    GITLAB;

    /** The form for standard output: with colour on a terminal. */
    String write(MigrationReport report) {
        return this == TEXT ? TextReport.of(report, Ansi.AUTO.enabled()) : plain(report);
    }

    /** The form for a file. */
    String plain(MigrationReport report) {
        return switch (this) {
            case TEXT -> TextReport.of(report, false);
            case JSON -> JsonReport.of(report);
            case MARKDOWN -> MarkdownReport.of(report);
            case SARIF -> SarifReport.of(report);
            case GITHUB -> GithubAnnotations.of(report);
            case GITLAB -> GitlabReport.of(report);
        };
    }

    /** Whether there is a place in it for remarks. */
    boolean hasRemarks() {
        return this != SARIF && this != GITLAB;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
