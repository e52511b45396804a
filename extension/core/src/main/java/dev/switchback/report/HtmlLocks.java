package dev.switchback.report;

import static java.util.stream.Collectors.joining;

import dev.switchback.lint.effect.Blocked;
import java.util.stream.Stream;

/** The locks of a migration as a picture: a table of tables against what waits, with a bar as long as the lock is strong. */
final class HtmlLocks {

    private static final String HEAD =
            "<table class=\"locks\"><caption>What others do that waits, by the strongest lock on each table</caption>"
                    + "<thead><tr><th scope=\"col\">table</th>"
                    + Stream.of(Blocked.values())
                            .map(blocked -> "<th scope=\"col\">" + heading(blocked) + "</th>")
                            .collect(joining())
                    + "</tr></thead><tbody>\n";

    private HtmlLocks() {}

    static String picture(ReportedLocks locks) {
        if (!locks.isKnown()) {
            return "";
        }
        String tables = locks.tables().isEmpty()
                ? "<p>None on a table that was there before.</p>\n"
                : locks.tables().stream().map(HtmlLocks::row).collect(joining("", HEAD, "</tbody></table>\n"));
        return "<h4>Locks</h4>\n" + tables + unseen(locks);
    }

    private static String heading(Blocked blocked) {
        return switch (blocked) {
            case NOTHING -> "nothing";
            case SCHEMA_CHANGES -> "schema changes";
            case WRITES -> "writes";
            case READS_AND_WRITES -> "reads and writes";
        };
    }

    private static String row(ReportedLock lock) {
        return "<tr class=\"%s\"><th scope=\"row\">%s</th>%s</tr>\n"
                .formatted(
                        lock.waitsId(),
                        HtmlText.escaped(lock.table()),
                        Stream.of(Blocked.values())
                                .map(column -> cell(lock, column))
                                .collect(joining()));
    }

    /** The bar goes through all that is weaker, and ends at the lock's own name. */
    private static String cell(ReportedLock lock, Blocked column) {
        int order = column.compareTo(lock.waits());
        if (order > 0) {
            return "<td></td>";
        }
        String line = lock.line() == 0 ? "" : ", line " + lock.line();
        return order < 0
                ? "<td class=\"on\"></td>"
                : "<td class=\"on\">" + HtmlText.escaped(lock.mode()) + line + "</td>";
    }

    private static String unseen(ReportedLocks locks) {
        if (locks.unseen().isEmpty()) {
            return "";
        }
        String lines = locks.unseen().stream()
                .filter(line -> line > 0)
                .map(String::valueOf)
                .collect(joining(", "));
        return "<p>Not all locks were seen: %s outside a transaction.</p>\n"
                .formatted(lines.isEmpty() ? "a statement runs" : "what begins in line " + lines + " runs");
    }
}
