package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlChangesTests {

    private static final ReportedChange ADDED =
            new ReportedChange("added", "index", "public.a_i", "public.a", "", "", "btree (i)");
    private static final ReportedChange CHANGED =
            new ReportedChange("changed", "column", "public.a.i", "public.a", "type", "int", "bigint");

    @Test
    void aColumnInWhichNothingWouldStandIsLeftOut() {
        assertThat(HtmlChanges.table(List.of(ADDED)))
                .contains("<th scope=\"col\">after</th>", "<td><pre>btree (i)</pre></td></tr>")
                .doesNotContain("before", "<td></td>");
    }

    @Test
    void bothStandWhereOneChangeHasBoth() {
        assertThat(HtmlChanges.table(List.of(ADDED, CHANGED)))
                .contains(
                        "<th scope=\"col\">before</th><th scope=\"col\">after</th>",
                        "<td></td><td><pre>btree (i)</pre></td>",
                        "<td><pre>int</pre></td><td><pre>bigint</pre></td>");
    }

    @Test
    void aTableHasItsPartsInItsCell() {
        ReportedChange table = new ReportedChange("removed", "table", "public.a", "", "", "", "");
        ReportedChange column = new ReportedChange("removed", "column", "public.a.i", "public.a", "", "int", "");

        assertThat(HtmlChanges.table(List.of(table, column)))
                .contains("<th scope=\"col\">before</th></tr>", "<td><pre>column i int</pre></td></tr>")
                .doesNotContain("after");
    }
}
