package dev.switchback.report;

import dev.switchback.migration.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Findings as SARIF 2.1.0, which code scanning reads. */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** As many as GitHub takes of one run; the worst are kept. */
    private static final int MOST = 25_000;

    private SarifReport() {}

    public static String of(MigrationReport report) {
        List<FingerprintedFinding> all = FingerprintedFinding.all(report);
        List<FingerprintedFinding> findings = all.subList(0, Math.min(MOST, all.size()));
        Map<String, ReportedFinding> rules = new TreeMap<>();
        findings.forEach(each -> rules.putIfAbsent(each.finding().rule(), each.finding()));
        List<String> ids = List.copyOf(rules.keySet());
        JsonOutput json = new JsonOutput();
        return json.object(() -> json.member("$schema", SCHEMA)
                        .member("version", "2.1.0")
                        .array(
                                "runs",
                                List.of(ids),
                                (run, rule) -> run.object(() -> run.object(
                                                "tool",
                                                () -> run.object("driver", () -> run.member("name", "Switchback")
                                                        .array("rules", rules.values(), SarifReport::rule)))
                                        .member("columnKind", "utf16CodeUnits")
                                        .array("results", findings, (results, each) -> result(results, each, ids)))))
                + "\n";
    }

    private static void rule(JsonOutput json, ReportedFinding finding) {
        json.object(() -> {
            json.member("id", finding.rule())
                    .object(
                            "shortDescription",
                            () -> json.member("text", finding.rule().replace('-', ' ')));
            RulePage.of(finding)
                    .ifPresent(page -> json.object(
                            "help", () -> json.member("text", "See " + page.page() + " of Switchback's documentation.")
                                    .optional("markdown", page.markdown())));
        });
    }

    private static void result(JsonOutput json, FingerprintedFinding each, List<String> ids) {
        ReportedFinding finding = each.finding();
        json.object(() -> {
            json.member("ruleId", finding.rule())
                    .member("ruleIndex", ids.indexOf(finding.rule()))
                    .member("level", finding.severity() == Severity.FAIL ? "error" : "warning")
                    .object("message", () -> json.member("text", finding.text().strip()));
            json.array("locations", List.of(each.file()), location(finding.line()));
            json.object("partialFingerprints", () -> json.member("switchback/v1", each.fingerprint()));
        });
    }

    private static BiConsumer<JsonOutput, String> location(int line) {
        return (json, file) -> json.object(() -> json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.member("uri", uri(file)));
            json.object("region", () -> json.member("startLine", Math.max(1, line)));
        }));
    }

    /** The path as a relative reference. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "/-._~!$&'()*+,;=@".indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append("%%%02X".formatted((int) c));
            }
        }
        return uri.toString();
    }
}
