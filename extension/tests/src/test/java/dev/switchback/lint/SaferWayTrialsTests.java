package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The safer ways that findings offer, tried before they are printed. */
@ExtendWith(SharedServer.class)
class SaferWayTrialsTests {

    private final Server server;
    private final Folder folder;

    SaferWayTrialsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    @BeforeEach
    void tables() {
        folder.file(
                "V1__tables.sql",
                """
                CREATE TABLE customer (id int PRIMARY KEY);
                CREATE TABLE orders (id int, customer int) PARTITION BY RANGE (id);
                CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (1) TO (1000);
                CREATE TABLE line (id int);
                INSERT INTO line VALUES (1);
                """);
    }

    private List<LintFinding> findings(String rule) {
        return Lint.of(server, folder.flyway(), LintSettings.defaults()).run().findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .toList();
    }

    private LintFinding finding(String rule) {
        List<LintFinding> found = findings(rule);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void aWayThatTheServerRefusesIsNotPrintedAndItsReasonIs() {
        folder.file(
                "V2__key.sql",
                "ALTER TABLE orders ADD CONSTRAINT orders_fk FOREIGN KEY (customer) REFERENCES customer;");

        LintFinding finding = finding("foreign-key-scans");

        assertThat(finding.saferSql()).isEmpty();
        assertThat(finding.reason())
                .isEqualTo("Both tables stay locked as long as the check takes, which grows with the referring table."
                        + " The way that is safer elsewhere was tried and does not work here:"
                        + " ERROR: cannot add NOT VALID foreign key on partitioned table \"orders\" referencing relation"
                        + " \"customer\", of ALTER TABLE public.orders ADD CONSTRAINT orders_fk FOREIGN KEY"
                        + " (customer) REFERENCES customer(id) NOT VALID;");
    }

    @Test
    void anotherTypeIsFilledByTheExpressionOfTheStatement() {
        folder.file(
                "V2__type.sql", "ALTER TABLE line ALTER id TYPE bool USING CASE WHEN id = 1 THEN true ELSE false END;");

        assertThat(finding("type-change-rewrites").saferSql())
                .contains("UPDATE public.line SET id_new = CASE WHEN id = 1 THEN true ELSE false END"
                        + " WHERE id_new IS NULL AND <key> BETWEEN <from> AND <to>;");
    }

    /** The rest of the history is not judged, and the trials do not wait for it. */
    @Test
    void itIsTriedAlsoWhereALaterMigrationFails() {
        folder.file("V2__key.sql", "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customer;")
                .file("V3__wrong.sql", "SELECT 1/0;")
                .file("V4__never.sql", "CREATE TABLE never ();");

        assertThat(finding("foreign-key-scans").reason()).contains("was tried and does not work here");
    }

    /** Two databases of one server would have the same role, so the trials wait. */
    @Test
    void itIsTriedAlsoWhereMigrationsConcernTheServer() {
        folder.file(
                "V2__key.sql", "SET ROLE NONE;\nALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customer;");

        assertThat(finding("foreign-key-scans").reason()).contains("was tried and does not work here");
    }

    @Test
    void itIsTriedBehindTheStatementsBeforeIts() {
        folder.file("V2__name.sql", "ALTER TABLE line ADD name text;\nCREATE INDEX line_name_idx ON line (name);");

        assertThat(finding("index-not-concurrent").saferSql())
                .contains("CREATE INDEX CONCURRENTLY line_name_idx ON public.line USING btree (name);");
    }

    /** Each has a constraint, what takes its place, and the first step to it; none where the server has to check. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADD CONSTRAINT line_c FOREIGN KEY (id) REFERENCES customer | DROP CONSTRAINT line_c, ADD CONSTRAINT line_c FOREIGN KEY (id) REFERENCES customer ON DELETE CASCADE"
                        + "| ALTER TABLE public.line DROP CONSTRAINT line_c, ADD CONSTRAINT line_c FOREIGN KEY (id) REFERENCES customer(id) ON DELETE CASCADE NOT VALID;",
                "ADD CONSTRAINT line_c CHECK (id > 0) | DROP CONSTRAINT line_c, ADD CONSTRAINT line_c CHECK (id > -1)"
                        + "| ALTER TABLE public.line DROP CONSTRAINT line_c, ADD CONSTRAINT line_c CHECK ((id > '-1'::integer)) NOT VALID;",
                "ADD CONSTRAINT line_c CHECK (id > 0) | ALTER note TYPE varchar, DROP CONSTRAINT line_c, ADD CONSTRAINT line_c CHECK (id > -5)"
                        + "| ALTER TABLE public.line DROP CONSTRAINT line_c, ADD CONSTRAINT line_c CHECK ((id > '-5'::integer)) NOT VALID;",
                "ADD CONSTRAINT line_c UNIQUE (id) | DROP CONSTRAINT line_c, ADD CONSTRAINT line_c PRIMARY KEY (id)"
                        + "| CREATE UNIQUE INDEX CONCURRENTLY line_c_new ON public.line USING btree (id);",
                "ADD CONSTRAINT line_c EXCLUDE (id WITH =) | DROP CONSTRAINT line_c, ADD CONSTRAINT line_c EXCLUDE (note WITH =) |"
            })
    void aConstraintTakesThePlaceOfOneOfItsName(String before, String replaced, @Nullable String step) {
        folder.file("V2__row.sql", "INSERT INTO customer VALUES (1); ALTER TABLE line ADD note text, " + before + ";")
                .file("V3__other.sql", "ALTER TABLE line " + replaced + ";");

        List<LintFinding> found = Lint.of(server, folder.flyway(), LintSettings.defaults()).run().findings().stream()
                .filter(finding -> finding.file().contains("V3__"))
                .filter(finding -> finding.problem().startsWith("adding "))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).saferSql().stream()
                        .filter(line -> !line.startsWith("--"))
                        .findFirst())
                .isEqualTo(Optional.ofNullable(step));
        assertThat(found.get(0).reason()).doesNotContain("was tried");
    }

    /** Each takes the old key away, be it in a statement of its own, and has the name of the new one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE line DROP CONSTRAINT line_key; ALTER TABLE line ADD PRIMARY KEY (note, id) | line_pkey PRIMARY KEY USING INDEX line_pkey_new",
                "ALTER TABLE line DROP CONSTRAINT line_key, ADD PRIMARY KEY (note, id) | line_pkey PRIMARY KEY USING INDEX line_pkey_new",
                "ALTER TABLE line DROP CONSTRAINT line_key; ALTER TABLE line ADD CONSTRAINT line_key UNIQUE (note) DEFERRABLE"
                        + "| line_key UNIQUE USING INDEX line_key_new DEFERRABLE",
                "ALTER TABLE line DROP CONSTRAINT line_key; ALTER TABLE line ADD CONSTRAINT \"line ON key\" PRIMARY KEY (note)"
                        + "| \"line ON key\" PRIMARY KEY USING INDEX \"line ON key_new\"",
            })
    void aKeyIsBuiltBeforeTheOldOneGoes(String statements, String added) {
        folder.file(
                        "V2__row.sql",
                        "ALTER TABLE line ADD note text NOT NULL DEFAULT '', ADD CONSTRAINT line_key PRIMARY KEY (id);")
                .file("V3__other.sql", statements + ";");

        LintFinding finding = findings("unique-builds-index").stream()
                .filter(found -> found.file().contains("V3__"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.saferSql())
                .hasSize(4)
                .contains("-- in the next migration, with no other statement that drops line_key:")
                .endsWith("ALTER TABLE public.line DROP CONSTRAINT line_key, ADD CONSTRAINT " + added + ";");
    }

    @Test
    void whatIsCheckedAnewIsNotSaidToBeAdded() {
        folder.file(
                        "V2__key.sql",
                        "ALTER TABLE line ADD CONSTRAINT line_customer FOREIGN KEY (id) REFERENCES customer NOT VALID;")
                .file(
                        "V3__row.sql",
                        "INSERT INTO customer VALUES (1); ALTER TABLE line VALIDATE CONSTRAINT line_customer;")
                .file("V4__type.sql", "ALTER TABLE customer ALTER id TYPE bigint;");

        LintFinding finding = finding("foreign-key-scans");

        assertThat(finding.problem())
                .isEqualTo("checking foreign key line_customer anew keeps writes to public.line and public.customer"
                        + " waiting while all rows are checked");
        assertThat(finding.saferSql()).isEmpty();
        assertThat(finding.reason()).doesNotContain("was tried");
    }

    @Test
    void columnsOfTheSameStatementComeFirst() {
        folder.file(
                "V2__total.sql",
                "ALTER TABLE line ADD total int DEFAULT 1 NOT NULL, ADD CONSTRAINT line_total CHECK (total > 0);");

        assertThat(finding("check-scans").saferSql())
                .containsExactly(
                        "ALTER TABLE public.line ADD COLUMN total integer DEFAULT 1 NOT NULL;",
                        "ALTER TABLE public.line ADD CONSTRAINT line_total CHECK ((total > 0)) NOT VALID;",
                        "-- in the next migration:",
                        "ALTER TABLE public.line VALIDATE CONSTRAINT line_total;");
    }

    @Test
    void columnsOfTheSameStatementHaveTheTableNotRewritten() {
        folder.file(
                "V2__token.sql",
                "ALTER TABLE line ADD token uuid DEFAULT gen_random_uuid(), ADD CONSTRAINT line_key UNIQUE (token);");

        assertThat(finding("unique-builds-index").saferSql())
                .startsWith(
                        "ALTER TABLE public.line ADD COLUMN token uuid;",
                        "ALTER TABLE public.line ALTER COLUMN token SET DEFAULT gen_random_uuid();")
                .endsWith("ALTER TABLE public.line ADD CONSTRAINT line_key UNIQUE USING INDEX line_key;");
        assertThat(finding("default-rewrites").saferSql()).endsWith("-- in another migration: constraint line_key");
    }

    @Test
    void whatTheWayOfARewriteLeavesOutIsSaid() {
        folder.file(
                "V2__token.sql",
                "ALTER TABLE line ALTER id SET NOT NULL, ADD token uuid DEFAULT gen_random_uuid(), ADD CONSTRAINT positive CHECK (id > 0);");

        assertThat(finding("default-rewrites").saferSql())
                .endsWith("-- in another migration: constraint positive and NOT NULL of id");
    }

    @Test
    void whatAPersonHasToCompleteIsNotTried() {
        folder.file("V2__id.sql", "ALTER TABLE line ALTER id TYPE bigint;");

        assertThat(finding("type-change-rewrites").saferSql()).hasSizeGreaterThan(4);
    }

    @Test
    void namesAreThoseOfFlywaysSchema() {
        folder.file("V2__key.sql", "CREATE TABLE item (id int PRIMARY KEY);\nINSERT INTO item VALUES (1);")
                .file("V3__key.sql", "ALTER TABLE line ADD CONSTRAINT line_fk FOREIGN KEY (id) REFERENCES item;");
        LintReport report = Lint.of(
                        server, folder.flyway().schemas("shop").createSchemas(true), LintSettings.defaults())
                .run();

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().id().equals("foreign-key-scans"))
                .flatExtracting(LintFinding::saferSql)
                .contains("ALTER TABLE shop.line VALIDATE CONSTRAINT line_fk;");
    }

    @Test
    void whatIsRefusedOnlyOutsideATransactionIsRefused() {
        folder.file(
                "V2__detach.sql",
                "CREATE TABLE orders_rest PARTITION OF orders DEFAULT;\nALTER TABLE orders DETACH PARTITION orders_1;");

        LintFinding finding = finding("partition-detached-not-concurrent");

        assertThat(finding.saferSql()).isEmpty();
        assertThat(finding.reason())
                .endsWith("does not work here: ERROR: cannot detach partitions concurrently when a default partition"
                        + " exists, of ALTER TABLE public.orders DETACH PARTITION public.orders_1 CONCURRENTLY;");
    }

    @Test
    void anIndexOfAPartitionedTableIsNotDroppedConcurrently() {
        folder.file("V2__index.sql", "CREATE INDEX orders_customer ON orders (customer);")
                .file("V3__drop.sql", "DROP INDEX orders_customer;");

        assertThat(findings("index-dropped-not-concurrent"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.saferSql()).isEmpty());
    }

    @Test
    void aScriptOutsideATransactionIsTriedToo() {
        folder.file("V2__name.sql", "ALTER TABLE line ADD name text;\nCREATE INDEX line_name_idx ON line (name);")
                .file("V2__name.sql.conf", "executeInTransaction=false");

        assertThat(finding("index-not-concurrent").saferSql())
                .contains("CREATE INDEX CONCURRENTLY line_name_idx ON public.line USING btree (name);");
    }

    @Test
    void eachIsTakenBack() {
        folder.file("V2__name.sql", "ALTER TABLE line ADD name text;\nCREATE INDEX line_name_idx ON line (name);")
                .file(
                        "V3__key.sql",
                        """
                        ALTER TABLE line ADD CONSTRAINT line_positive CHECK (id > 0);
                        ALTER TABLE line ADD CONSTRAINT line_key FOREIGN KEY (id) REFERENCES customer NOT VALID;
                        """);

        assertThat(finding("check-scans").saferSql()).hasSize(3);
        assertThat(finding("index-not-concurrent").saferSql()).hasSize(2);
    }
}
