package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file with numbers of rows, and what is said where it is wrong. */
class RowCountsTests {

    private static final String ADVICE = "Write the file so.";

    @Test
    void thatOfPsqlIsRead() {
        assertThat(RowCounts.parse("rows.csv", "relname,reltuples\norders,1.2e+07\n\"Line, old\",0\nfresh,-1\n", ADVICE)
                        .byTable())
                .containsExactly(entry("orders", 12_000_000L), entry("Line, old", 0L), entry("fresh", -1L));
    }

    @Test
    void aHeaderMayBeLeftOut() {
        assertThat(RowCounts.parse("rows.csv", "orders,12\n\nlines,7", ADVICE).byTable())
                .containsExactly(entry("orders", 12L), entry("lines", 7L));
    }

    @Test
    void aSchemaIsPartOfTheName() {
        assertThat(RowCounts.parse("rows.csv", "schemaname,relname,reltuples,x\na,t,1,z\nb,t,2,z\n", ADVICE)
                        .byTable())
                .containsExactly(entry("a.t", 1L), entry("b.t", 2L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders;12 | rows.csv:2: orders;12",
                "orders,many | rows.csv:2: orders,many",
                ",12 | rows.csv:2: ,12",
                "\"orders,12 | rows.csv:2: \"orders,12"
            },
            quoteCharacter = '\u0001')
    void aLineThatIsNotUnderstoodIsNamed(String line, String message) {
        assertThatThrownBy(() -> RowCounts.parse("rows.csv", "relname,reltuples\n" + line, ADVICE))
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith(message + System.lineSeparator()
                        + "A line is a table and its number of rows, such as orders,1200000. " + ADVICE);
    }

    @Test
    void aHeaderWithoutNumbersIsRefused() {
        assertThatThrownBy(() -> RowCounts.parse("rows.csv", "relname,rows\norders,1\n", ADVICE))
                .hasMessageStartingWith("rows.csv:1: there is no column reltuples, but relname, rows.");
    }

    @Test
    void aTableThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> RowCounts.parse("rows.csv", "orders,1\norders,2\n", ADVICE))
                .hasMessage(
                        "rows.csv:2: orders stands twice, at rows.csv:1, too. Where tables of several schemas have one name, add their schema: schemaname,relname,reltuples");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> RowCounts.read("no-such-rows.csv", ADVICE))
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith(
                        "There is no file no-such-rows.csv with numbers of rows below src/test/resources.");
    }
}
