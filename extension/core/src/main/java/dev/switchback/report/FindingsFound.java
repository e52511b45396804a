package dev.switchback.report;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRules;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.statements.StatementFinding;
import java.util.List;
import java.util.Optional;

/**
 * The findings of the judging engines as data.
 *
 * @param files the scripts that they point to
 */
record FindingsFound(ScriptFiles files) {

    /** Name by which people call a migration: of a repeatable one, that of its script. */
    static String name(Migration migration) {
        return migration.version().isEmpty() ? migration.script() : migration.displayName();
    }

    List<ReportedFinding> on(MigrationStep step) {
        return step.verdict().findings().stream()
                .map(finding -> reported(finding, Optional.of(step.migration())))
                .toList();
    }

    ReportedFinding reported(Finding finding, Optional<Migration> migration) {
        FindingPlace place = FindingPlace.of(
                finding.rule(), finding.text(), migration.map(Migration::script).orElse(""), files);
        return new ReportedFinding(
                ReportedFinding.ROUND_TRIP,
                finding.rule(),
                finding.severity(),
                migration.map(FindingsFound::name).orElse(""),
                Secrets.hidden(finding.title()),
                Secrets.hidden(finding.text()),
                place.file(),
                place.line(),
                finding.difference()
                        .map(difference -> ReportedChange.all(difference.changes()))
                        .orElse(List.of()),
                Secrets.hidden(finding.suggestedFix().map(SuggestedFix::script).orElse("")),
                finding.suggestedFix().map(SuggestedFix::notRestored).orElse(List.of()),
                "docs/round-trip.md#findings");
    }

    ReportedFinding reported(LintFinding finding) {
        // the message has the line on which a migration fails
        FindingPlace place = finding.rule().equals(LintRules.get("migration-fails"))
                ? FindingPlace.of(finding.rule().id(), finding.toString(), finding.file(), files)
                : new FindingPlace(files.path(finding.file()), finding.line());
        return new ReportedFinding(
                ReportedFinding.LINT,
                finding.rule().id(),
                finding.severity(),
                finding.migration().map(FindingsFound::name).orElse(""),
                Secrets.hidden(finding.title()),
                Secrets.hidden(finding.toString()),
                place.file(),
                place.line(),
                List.of(),
                Secrets.hidden(String.join("\n", finding.saferSql())),
                List.of(),
                finding.rule().page());
    }

    ReportedFinding reported(StatementFinding finding) {
        return new ReportedFinding(
                ReportedFinding.PREVIOUS_VERSION,
                finding.rule(),
                finding.severity(),
                name(finding.migration()),
                Secrets.hidden(finding.title()),
                Secrets.hidden(finding.text()),
                files.resource(finding.statement().file()),
                finding.statement().line(),
                ReportedChange.all(finding.changes()),
                "",
                List.of(),
                "docs/previous-version.md#what-is-found");
    }
}
