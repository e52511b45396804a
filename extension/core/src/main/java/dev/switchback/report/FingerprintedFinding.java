package dev.switchback.report;

import dev.switchback.text.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding with what tells it from others, and is the same after edits elsewhere in its file.
 *
 * @param file where it is shown, also if it concerns no single file
 */
record FingerprintedFinding(ReportedFinding finding, String file, String fingerprint) {

    /** All findings, the worst first. */
    static List<FingerprintedFinding> all(MigrationReport report) {
        Map<String, Integer> seen = new HashMap<>();
        List<FingerprintedFinding> all = new ArrayList<>();
        for (ReportedFinding finding : report.worstFirst()) {
            String file = finding.file().isEmpty() ? "db/migration" : finding.file();
            String title = finding.title().replaceAll(":\\d+", "");
            String essence = String.join("\n", finding.rule(), finding.file(), finding.migration(), title);
            int number = seen.merge(essence, 1, Integer::sum);
            all.add(new FingerprintedFinding(finding, file, Digest.of(essence + "\n" + number)));
        }
        return all;
    }
}
