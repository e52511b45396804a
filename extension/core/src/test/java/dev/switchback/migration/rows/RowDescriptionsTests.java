package dev.switchback.migration.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowDescriptionsTests {

    /** Each has the key, the name and the age of a row that is gone, a null where there is none, and its line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "id | 12 | Alice | 30 | id 12   name 'Alice', age 30",
                "id | 12 | null | null | id 12",
                "name | 12 | `` | 30 | name ''   id 12, age 30",
                "name | 12 | ` ` | 30 | name ' '   id 12, age 30",
                "name | 12 | Alice | 30 | name Alice   id 12, age 30",
                "null | 12 | null | 30 | id 12, age 30",
                "null | null | null | null | all null"
            })
    void aRowIsNeverABlank(
            @Nullable String key, @Nullable String id, @Nullable String name, @Nullable String age, String line) {
        TableRows before = new TableRows(
                List.of(
                        new TableRows.Column("id", false, false),
                        new TableRows.Column("name", true, false),
                        new TableRows.Column("age", false, false)),
                key == null ? List.of() : List.of(key),
                List.of(TableRows.row(id, name, age)));
        TableRows after = new TableRows(before.columns(), before.key(), List.of());
        RowDescriptions names = new RowDescriptions("public.person", new RowSources(List.of(), List.of()));

        assertThat(new RowComparison(before, after, Set.of(), names).losses())
                .map(RowLoss::toString)
                .containsExactly("rows of public.person: 1 of 1 is gone\n  " + line);
    }
}
