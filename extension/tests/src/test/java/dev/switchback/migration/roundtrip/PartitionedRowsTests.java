package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of partitions are spoken of by the name of their table. */
class PartitionedRowsTests extends CustomerHistory {

    PartitionedRowsTests(Server server, @TempDir Path path) {
        super(server, path);
    }

    private static final String PARTITIONED =
            """
            CREATE TABLE log (id int, day date) PARTITION BY RANGE (day);
            CREATE TABLE log_old PARTITION OF log FOR VALUES FROM ('1900-01-01') TO ('2020-06-01');
            CREATE TABLE log_new PARTITION OF log DEFAULT;
            """;

    @Test
    void lossesOfPartitionsAreDeclaredByTheirTable() {
        folder.step(2, "log", PARTITIONED, "DROP TABLE log;").step(3, "drop", "DROP TABLE log;", PARTITIONED);

        assertThat(text("3", GENERATED))
                .contains("rows of public.log_new: ")
                .contains("rows of public.log_old: ")
                .endsWith(
                        """

                          If that is meant, say so in V3__drop.sql:

                            -- switchback: loses log <reason>

                          Without rows in the tables it does not show: this was found over generated rows.
                        """);

        folder.step(3, "drop", "-- switchback: loses log it is kept elsewhere\nDROP TABLE log;", PARTITIONED);

        assertThat(trip(GENERATED).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds, loss-declared");
    }

    @Test
    void aPartitionedTableIsDeclaredEmptyByItsName() {
        folder.step(2, "log", PARTITIONED, "DROP TABLE log;")
                .step(3, "must", "ALTER TABLE log ADD must int NOT NULL;", "ALTER TABLE log DROP must;");

        assertThat(text("3", GENERATED))
                .contains("rows of public.log:\n    id ")
                .contains("-- switchback: expects-empty public.log <reason>");

        folder.step(
                3,
                "must",
                "ALTER TABLE log ADD CHECK (day >= '2020-06-01');",
                "ALTER TABLE log DROP CONSTRAINT log_day_check;");

        assertThat(text("3", GENERATED))
                .containsPattern("rows of public.log:\\n    id -?[0-9]+, day '20[0-9-]+'\\n\\n")
                .doesNotContain("log_new");

        folder.step(
                3,
                "must",
                "-- switchback: expects-empty public.log it is emptied each night\nALTER TABLE log ADD must int NOT NULL;",
                "ALTER TABLE log DROP must;");

        assertThat(trip(GENERATED).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void partitionsOfATableWithABlankInItsName() {
        String tables = PARTITIONED.replace("TABLE log ", "TABLE \"my log\" ").replace("OF log ", "OF \"my log\" ");
        folder.step(2, "log", tables, "DROP TABLE \"my log\";")
                .step(
                        3,
                        "drop",
                        "-- switchback: loses \"my log\" it is kept elsewhere\nDROP TABLE \"my log\";",
                        tables);

        assertThat(trip(GENERATED).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds, loss-declared");
    }
}
