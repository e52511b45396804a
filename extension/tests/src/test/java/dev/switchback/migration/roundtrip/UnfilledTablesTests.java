package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.provision.Server;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables for which no row could be generated, and what that leaves unknown. */
class UnfilledTablesTests extends CustomerHistory {

    UnfilledTablesTests(Server server, @TempDir Path path) {
        super(server, path);
    }

    @Test
    void thatAKeyHasNoValueSinceItsTableHasNoRowIsNoProofThatAMigrationNeverHolds() {
        folder.step(
                        2,
                        "order",
                        """
                        CREATE TABLE closed (id int PRIMARY KEY CHECK (id > 5 AND id < 5));
                        CREATE TABLE orders (id int PRIMARY KEY, closed int REFERENCES closed);
                        """,
                        "DROP TABLE orders, closed;")
                .step(3, "more", "ALTER TABLE orders ADD more int NOT NULL;", "ALTER TABLE orders DROP more;")
                .step(
                        4,
                        "must",
                        "ALTER TABLE orders ALTER closed SET NOT NULL;",
                        "ALTER TABLE orders ALTER closed DROP NOT NULL;")
                .up(
                        5,
                        "nullable",
                        "-- switchback: irreversible of no interest\nALTER TABLE orders ALTER closed DROP NOT NULL, DROP more;")
                .step(
                        6,
                        "other",
                        "ALTER TABLE orders ADD other int NOT NULL, ALTER closed SET DEFAULT 6;",
                        "ALTER TABLE orders DROP other, ALTER closed DROP DEFAULT;");
        Trip trip = trip(GENERATED);

        assertThat(trip.verdicts())
                .containsExactly(
                        "V1 holds",
                        "V2 holds",
                        "V3 rows-up-fails",
                        "V4 holds, rows-not-filled rows-up-refused",
                        "V5 skipped",
                        "V6 rows-not-filled rows-up-fails");
        assertThat(trip.step("4").verdict().findings()).map(Finding::text).anySatisfy(text -> assertThat(text)
                .contains("Whether it does on rows with a value in closed is not known, since none could be generated\n"
                        + "  for public.closed."));
    }

    @Test
    void tablesThatCannotBeFilledForOneReasonAreToldTogether() {
        folder.step(
                        2,
                        "order",
                        """
                        CREATE TABLE closed (id int PRIMARY KEY CHECK (id > 5 AND id < 5));
                        CREATE TABLE "Orders" (id int PRIMARY KEY, closed int NOT NULL REFERENCES closed);
                        CREATE TABLE item (id int PRIMARY KEY, orders int NOT NULL REFERENCES "Orders");
                        """,
                        "DROP TABLE item, \"Orders\", closed;")
                .step(
                        3,
                        "more",
                        "ALTER TABLE \"Orders\" ADD more int; ALTER TABLE item ADD more int;",
                        "ALTER TABLE \"Orders\" DROP more; ALTER TABLE item DROP more;")
                .step(
                        4,
                        "all",
                        "ALTER TABLE closed ADD x int; ALTER TABLE item ADD x int;",
                        "ALTER TABLE closed DROP x; ALTER TABLE item DROP x;");

        String because = ", and none could be generated, because new row for relation \"closed\" violates";
        assertThat(text("3", GENERATED))
                .startsWith("V3__more: no rows could be generated for public.Orders, public.item\n")
                .contains("not known: public.Orders, public.item need a row of public.closed" + because)
                .contains("-- switchback: rows closed.<column> >= 0");
        assertThat(text("4", GENERATED))
                .startsWith("V4__all: no rows could be generated for public.closed, public.item\n")
                .contains("not known: public.item needs a row of public.closed" + because);
    }

    @Test
    void aTableThatCannotBeFilledIsSaid() {
        folder.step(2, "closed", "CREATE TABLE closed (a int NOT NULL CHECK (a > 5 AND a < 5));", "DROP TABLE closed;")
                .step(3, "b", "ALTER TABLE closed ADD b int;", "ALTER TABLE closed DROP b;");

        assertThat(trip(GENERATED).result().notCompared()).anySatisfy(line -> assertThat(line)
                .isEqualTo("rows of public.closed (before V3): none could be generated, because new row for relation"
                        + " \"closed\" violates check constraint \"closed_a_check\", ((a > 5) AND (a < 5))"));
    }

    @Test
    void aHintOfAMigrationMakesRowsFromThenOn() {
        folder.step(
                        2,
                        "code",
                        """
                        -- switchback: rows code.value in ('secret')
                        CREATE TABLE code (value text NOT NULL CHECK (md5(value) = '5ebe2294ecd0e0f08eab7690d2a6ee69'));
                        """,
                        "DROP TABLE code;")
                .step(3, "b", "ALTER TABLE code ADD b int NOT NULL;", "ALTER TABLE code DROP b;");

        assertThat(trip(GENERATED).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 rows-up-fails");
    }

    @Test
    void aHintForNothingAndAnEmptyTableThatIsNotThereFail() {
        folder.step(
                2,
                "more",
                """
                -- switchback: rows customer.emale like '%@%'
                -- switchback: expects-empty custommer it is filled by night
                ALTER TABLE customer ADD name text;
                """,
                "ALTER TABLE customer DROP name;");
        Trip trip = trip(GENERATED);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 expects-empty rows-hint");
        assertThat(trip.step("2").verdict().toString())
                .contains("There is no table custommer before the migration. Did you mean customer?")
                .contains(
                        "no table has a column of that name, nor is there such a domain. Did you mean customer.email");
    }
}
