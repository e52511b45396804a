package dev.switchback.schema.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFile;
import dev.switchback.testfiles.TestFileException;
import dev.switchback.testing.Schemas;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedServer.class)
class GoldenFileTests {

    private static final String BEFORE =
            """
            create table customer (id int primary key, name varchar(80) not null, note text);
            create table orders (id int primary key, status text not null);
            create view open_orders as select id from orders where status = 'open';
            """;

    private static final String AFTER =
            """
            create table customer (id int primary key, name text not null, note text, born date);
            create table orders (id int primary key, status text not null);
            create index orders_status_idx on orders (status);
            create table voucher (code text);
            """;

    private final Server server;
    private final Path folder;
    private final Path path;
    private final GoldenFile file;

    GoldenFileTests(Server server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
        this.path = folder.resolve("schema.golden.sql");
        this.file = GoldenFile.at(path);
    }

    @Test
    void aFileIsWrittenWhereThatIsAskedForAndThenHolds() throws SQLException {
        Schema schema = schemaAfter(BEFORE);

        assertThat(file.check(schema, FileUpdates.ON)).isEmpty();

        assertThat(path).hasContent(GoldenSchema.textOf(schema));
        assertThat(file.check(schema, FileUpdates.OFF)).isEmpty();
        assertThat(file.check(schema, FileUpdates.REFUSED)).isEmpty();
    }

    @Test
    void aDifferenceIsShownAsChangesAndAsLines() throws SQLException {
        file.check(schemaAfter(BEFORE), FileUpdates.ON);
        Schema after = schemaAfter(AFTER);

        GoldenFile.Failure failure = file.check(after, FileUpdates.OFF).orElseThrow();

        assertThat(failure.message())
                .isEqualTo(
                        """
                        The schema is not the one in %s:

                          table public.customer
                            ~ name varchar(80) NOT NULL   ->   name text NOT NULL
                            + born date
                          table public.orders
                            + CREATE INDEX orders_status_idx ON public.orders USING btree (status)
                          + table public.voucher
                          - view public.open_orders

                        The file against the schema:

                          @@ line 13, table public.customer
                            CREATE TABLE public.customer (
                                id integer NOT NULL,
                          -     name varchar(80) NOT NULL,
                          +     name text NOT NULL,
                                note text,
                          +     born date,
                                CONSTRAINT customer_pkey PRIMARY KEY (id)
                            );
                          @@ line 24, table public.orders
                                CONSTRAINT orders_pkey PRIMARY KEY (id)
                            );
                          + CREATE INDEX orders_status_idx ON public.orders USING btree (status);
                          @@ not in the file, table public.voucher
                          + CREATE TABLE public.voucher (
                          +     code text
                          + );
                          @@ line 28, view public.open_orders
                          - CREATE VIEW public.open_orders AS
                          - SELECT id
                          -    FROM public.orders
                          -   WHERE (status = 'open'::text);

                        If the schema is as it should be, the file is to change. To rewrite it, run the test with -Dswitchback.golden=update, read schema.golden.sql, and commit it."""
                                .formatted(path));
        assertThat(failure.expected()).isEqualTo(GoldenSchema.textOf(schemaAfter(BEFORE)));
        assertThat(failure.found()).isEqualTo(GoldenSchema.textOf(after));
    }

    @Test
    void whereItIsAskedForADifferenceIsWritten() throws SQLException {
        file.check(schemaAfter(BEFORE), FileUpdates.ON);
        Schema after = schemaAfter(AFTER);

        assertThat(file.check(after, FileUpdates.ON)).isEmpty();

        assertThat(path).hasContent(GoldenSchema.textOf(after));
    }

    @Test
    void aMissingFileIsAFailure() throws SQLException {
        GoldenFile.Failure failure =
                file.check(schemaAfter(BEFORE), FileUpdates.OFF).orElseThrow();

        assertThat(failure.message())
                .isEqualTo(
                        """
                        There is no golden file %s.

                        To make it, run the test with -Dswitchback.golden=update, read schema.golden.sql, and commit it."""
                                .formatted(path));
        assertThat(path).doesNotExist();
    }

    @Test
    void aBuildServerWritesNothing() throws SQLException {
        GoldenFile.Failure missing =
                file.check(schemaAfter(BEFORE), FileUpdates.REFUSED).orElseThrow();

        assertThat(missing.message())
                .isEqualTo(
                        """
                        There is no golden file %s.

                        To make it, run the test with -Dswitchback.golden=update on your own machine, as CI is set here and nothing is written, read schema.golden.sql, and commit it."""
                                .formatted(path));
        assertThat(path).doesNotExist();
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreNoDifference() throws SQLException, IOException {
        Schema schema = schemaAfter(BEFORE);
        Files.writeString(path, "\uFEFF" + GoldenSchema.textOf(schema).replace("\n", "\r\n"));

        assertThat(file.check(schema, FileUpdates.OFF)).isEmpty();
    }

    @Test
    void conflictMarkersAreNamed() throws SQLException, IOException {
        Schema schema = schemaAfter(BEFORE);
        Files.writeString(
                path,
                GoldenSchema.textOf(schema)
                        .replace(
                                "    note text,\n",
                                "<<<<<<< HEAD\n    note text,\n=======\n    note int,\n>>>>>>> other\n"));

        assertThatThrownBy(() -> file.check(schema, FileUpdates.OFF))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "%s has conflict markers in lines 16 to 20. Merge the migrations, then rewrite the file with -Dswitchback.golden=update."
                                .formatted(path));
        assertThat(file.check(schema, FileUpdates.ON)).isEmpty();
        assertThat(path).hasContent(GoldenSchema.textOf(schema));
    }

    @Test
    void aNewerFormatIsRefusedAndNeverOverwritten() throws SQLException, IOException {
        Files.writeString(path, "-- switchback schema, format 2\n");

        assertRefused(
                "%s is in format 2, and this version of Switchback reads format 1. Update Switchback to the version that the file was written with.");
    }

    @Test
    void whatIsNoGoldenFileIsNeverOverwritten() throws SQLException, IOException {
        Files.writeString(path, "create table mine (id int);\n");

        assertRefused(
                "%s is no golden file: its first line is not \"-- switchback schema, format 1\". Compare with another file, or delete this one to have it made anew.");
    }

    @Test
    void anEmptyFileIsNoGoldenFile() throws SQLException, IOException {
        Files.writeString(path, "\n");

        assertRefused("%s is no golden file: it is empty. Delete it to have it made anew.");
    }

    @Test
    void aFileIsInUtf8() throws SQLException, IOException {
        Files.write(path, "-- switchback schema, format 1\n-- Größe".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused("%s is not text in UTF-8. Save it in that encoding.");
    }

    private void assertRefused(String message) throws SQLException, IOException {
        Schema schema = schemaAfter(BEFORE);
        byte[] content = Files.readAllBytes(path);
        for (FileUpdates updates : FileUpdates.values()) {
            assertThatThrownBy(() -> file.check(schema, updates))
                    .isInstanceOfAny(SchemaException.class, TestFileException.class)
                    .hasMessage(message.formatted(path));
        }
        assertThat(path).hasBinaryContent(content);
    }

    @Test
    void whoeverReadsWhileOthersWriteSeesAWholeText() throws SQLException {
        List<Schema> schemas = List.of(schemaAfter(BEFORE), schemaAfter(AFTER));
        List<String> texts = schemas.stream().map(GoldenSchema::textOf).toList();
        file.check(schemas.get(0), FileUpdates.ON);

        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .peek(i -> file.check(schemas.get(i % 2), FileUpdates.ON))
                        .mapToObj(i -> TestFile.at(path).read().orElseThrow()))
                .isSubsetOf(texts);
        assertThat(folder.toFile().list()).containsExactly("schema.golden.sql");
    }

    @Test
    void aStatementThatFailsIsNamedWithItsLine() throws SQLException {
        GoldenSchema text = GoldenSchema.parse(
                "schema.golden.sql", GoldenSchema.textOf(schemaAfter(BEFORE)).replace("id integer", "id integr"));
        try (Database database = server.create();
                Connection connection = database.dataSource().getConnection()) {
            assertThatThrownBy(() -> text.load(connection))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageStartingWith(
                            "schema.golden.sql, line 13, cannot be loaded: table public.customer: ERROR: type \"integr\" does not exist");
        }
    }

    @Test
    void aNameStaysBelowTheTestResources() {
        for (String name : List.of("../schema.golden.sql", "/schema.golden.sql", "a/../..", "")) {
            assertThatThrownBy(() -> GoldenFile.named(name))
                    .isInstanceOf(TestFileException.class)
                    .hasMessage(
                            "'%s' is no path below src/test/resources. Name a file in that folder, such as schema.golden.sql."
                                    .formatted(name));
        }
    }

    private Schema schemaAfter(String sql) throws SQLException {
        return Schemas.after(server, sql);
    }
}
