package dev.switchback.report;

import java.util.List;

/** The report as JSON, as {@code report.schema.json} describes it. */
public final class JsonReport {

    /** Raised when a member goes or changes its meaning; members may come in every version. */
    static final int VERSION = 1;

    private JsonReport() {}

    public static String of(MigrationReport report) {
        return ofHistories(
                List.of(), report.histories().stream().map(JsonReport::history).toList());
    }

    /**
     * A report of histories that are JSON already.
     *
     * @param remarks sentences on the report as a whole
     */
    static String ofHistories(List<String> remarks, List<String> histories) {
        JsonOutput json = new JsonOutput();
        return json.object(() -> json.member("format", "switchback-report")
                        .member("version", VERSION)
                        .texts("remarks", remarks)
                        .array("histories", histories, JsonOutput::raw))
                + "\n";
    }

    /** A history of an earlier call, which is JSON already. */
    static String earlier(String history) {
        return history.substring(0, history.length() - 1) + ",\"earlier\":true}";
    }

    static String history(ReportedHistory history) {
        JsonOutput json = new JsonOutput();
        return json.object(() -> json.member("title", history.title())
                        .member("judged", history.judgment().when().toString())
                        .texts("checks", history.judgment().checks())
                        .optional("scripts", history.judgment().scripts())
                        .member("fails", history.fails())
                        .array("migrations", history.steps(), JsonReport::step)
                        .array("findings", history.findings(), JsonReport::finding)
                        .texts("notCompared", history.notCompared())
                        .texts("remarks", history.remarks())
                        .array("tables", history.tables(), JsonReport::table))
                .toString();
    }

    private static void step(JsonOutput json, ReportedStep step) {
        json.object(() -> {
            json.member("version", step.version())
                    .member("name", step.name())
                    .member("verdict", step.verdict().id())
                    .optional("reason", step.reason())
                    .member("known", step.known())
                    .object("script", () -> script(json, step.up()));
            if (!step.down().file().isEmpty()) {
                json.object("undo", () -> script(json, step.down()));
            }
            json.object("micros", () -> json.member("up", step.times().up())
                    .member("down", step.times().down())
                    .member("again", step.times().again()));
            if (step.trend().isKnown()) {
                json.object("trend", () -> trend(json, step.trend()));
            }
            json.array("changes", step.changes(), JsonReport::change);
            if (step.locks().isKnown()) {
                json.object("locks", () -> locks(json, step.locks()));
            }
            if (!step.rows().isEmpty()) {
                json.object("rows", () -> rows(json, step.rows()));
            }
            json.array("findings", step.findings(), JsonReport::finding);
        });
    }

    private static void locks(JsonOutput json, ReportedLocks locks) {
        json.array("tables", locks.tables(), JsonReport::lock)
                .array("unseen", locks.unseen(), (lines, line) -> lines.raw(String.valueOf(line)));
    }

    private static void trend(JsonOutput json, ReportedTrend trend) {
        json.array("earlier", trend.earlier(), (times, micros) -> times.raw(String.valueOf(micros)))
                .member("median", trend.median())
                .member("slower", trend.isMuchSlower());
    }

    private static void rows(JsonOutput json, ReportedRows rows) {
        json.array(
                        "counts",
                        rows.counts(),
                        (counts, count) -> counts.object(() -> counts.member("way", count.way())
                                .member("table", count.table())
                                .member("before", count.before())
                                .member("after", count.after())
                                .member("gained", count.gained())
                                .member("lost", count.lost())
                                .member("generated", count.isGenerated())))
                .array(
                        "written",
                        rows.written(),
                        (tables, written) -> tables.object(() -> tables.member("table", written.table())
                                .member("inserted", written.inserted())
                                .member("updated", written.updated())
                                .member("deleted", written.deleted())));
    }

    private static void lock(JsonOutput json, ReportedLock lock) {
        json.object(() -> {
            json.member("table", lock.table()).member("waits", lock.waitsId()).member("mode", lock.mode());
            if (lock.line() > 0) {
                json.member("line", lock.line());
            }
        });
    }

    private static void script(JsonOutput json, ReportedScript script) {
        json.member("file", script.file()).optional("text", script.text());
    }

    private static void change(JsonOutput json, ReportedChange change) {
        json.object(() -> json.member("change", change.change())
                .member("kind", change.kind())
                .member("name", change.name())
                .optional("table", change.table())
                .optional("attribute", change.attribute())
                .member("before", change.before())
                .member("after", change.after()));
    }

    private static void finding(JsonOutput json, ReportedFinding finding) {
        json.object(() -> {
            json.member("source", finding.source())
                    .member("rule", finding.rule())
                    .member("severity", finding.severityId())
                    .optional("migration", finding.migration())
                    .member("title", finding.title())
                    .member("text", finding.text())
                    .optional("file", finding.file());
            if (finding.line() > 0) {
                json.member("line", finding.line());
            }
            json.array("difference", finding.difference(), JsonReport::change)
                    .optional("fix", finding.fix())
                    .texts("notRestored", finding.notRestored())
                    .optional("page", finding.page());
        });
    }

    private static void table(JsonOutput json, ReportedTable table) {
        json.object(() -> json.member("schema", table.schema())
                .member("name", table.name())
                .array(
                        "columns",
                        table.columns(),
                        (columns, column) -> columns.object(() -> columns.member("name", column.name())
                                .member("type", column.type())
                                .optional("key", column.key())))
                .texts("references", table.references()));
    }
}
