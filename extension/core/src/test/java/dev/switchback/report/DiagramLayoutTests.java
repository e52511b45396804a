package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagramLayoutTests {

    private static ReportedTable table(String name, String... references) {
        return new ReportedTable("public", name, List.of(), List.of(references));
    }

    private static List<List<String>> columns(ReportedTable... tables) {
        return DiagramLayout.columns(List.of(tables)).stream()
                .map(column -> column.stream().map(ReportedTable::name).toList())
                .toList();
    }

    @Test
    void aTableStandsRightOfThoseThatItRefersTo() {
        assertThat(columns(
                        table("item", "public.orders", "public.product"),
                        table("orders", "public.customer"),
                        table("customer"),
                        table("product")))
                .containsExactly(List.of("customer", "product"), List.of("orders"), List.of("item"));
    }

    @Test
    void circlesAndReferencesToItselfEnd() {
        assertThat(columns(table("a", "public.b"), table("b", "public.a"), table("c", "public.c")))
                .containsExactly(List.of("b"), List.of("a"), List.of("c"));
    }

    @Test
    void threeHundredTablesStandInColumnsOfTwentyFourAtMost() {
        List<ReportedTable> tables = IntStream.range(0, 300)
                .mapToObj(i -> table("t" + i, i < 50 ? new String[0] : new String[] {"public.t" + i % 50}))
                .toList();

        assertThat(DiagramLayout.columns(tables)).hasSizeBetween(13, 15).allSatisfy(column -> assertThat(column)
                .hasSizeLessThanOrEqualTo(24));
        assertThat(TableDiagram.namesOnly(tables, Map.of()).svg()).contains(">t299</text>");
    }
}
