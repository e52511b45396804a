package dev.switchback.postgresql;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.rows.ScriptEffects;
import dev.switchback.migration.rows.SequencePositions;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.postgresql.catalog.PreparedSql;
import dev.switchback.postgresql.catalog.StatementBatch;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts and digests rows, table by table but all in one call; a table without a page is known to be empty. What a script
 * did not touch is remembered.
 */
final class PostgresRows implements RowReader {

    private static final String SETTINGS =
            """
            SET search_path = pg_catalog;
            SET timezone = 'UTC';
            SET datestyle = 'ISO, YMD';
            SET intervalstyle = 'postgres';
            SET bytea_output = 'hex';
            SET extra_float_digits = 1;
            SET lc_monetary = 'C';
            """;

    /** Tables that have a page, and sequences. */
    private static final String RELATIONS =
            """
            SELECT n.nspname || '.' || c.relname AS name,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted,
                   c.oid::int8,
                   NULL AS ascending,
                   false AS cycles
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid %1$s
               AND c.relkind = 'r'
               AND c.relpersistence <> 't'
               AND pg_relation_size(c.oid) > 0
            UNION ALL
            SELECT n.nspname || '.' || c.relname,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   c.oid::int8,
                   s.seqincrement > 0,
                   s.seqcycle
              FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid %1$s
               AND c.relpersistence <> 't'
            """;

    private static final String ALL = RELATIONS.formatted(">= 16384");
    private static final String SOME = RELATIONS.formatted("= ANY ($1)");

    /** The kinds that decide which names relations have and how their rows are written, without a lock on them. */
    private static final Set<ObjectKind> NAMES_AND_TYPES = EnumSet.of(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.RANGE_TYPE,
            ObjectKind.BASE_TYPE);

    private record Named(String name, RowSnapshot.Content content) {}

    private final Connection connection;
    private final ScriptTransaction script;
    private final PreparedSql prepared;
    private final Map<Long, Named> tables = new HashMap<>();
    private final PostgresSequencePositions sequences;
    private List<Map.Entry<Long, SchemaObject>> namesAndTypes = List.of();

    private PostgresRows(Connection connection, ScriptTransaction script) {
        this.connection = connection;
        this.script = script;
        this.prepared = new PreparedSql(connection, "switchback_rows_");
        this.sequences = new PostgresSequencePositions(connection);
    }

    static PostgresRows on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        return new PostgresRows(connection, ScriptTransaction.seenFrom(connection));
    }

    @Override
    public void begin(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(ScriptTransaction.MARK);
        }
    }

    @Override
    public Optional<ScriptEffects> touchedBy(Connection session) throws SQLException {
        return script.touched(session);
    }

    @Override
    public RowSnapshot read(Schema schema, Optional<ScriptEffects> touched) throws SQLException {
        List<Map.Entry<Long, SchemaObject>> now = schema.objects().stream()
                .filter(object -> NAMES_AND_TYPES.contains(object.kind()))
                .flatMap(object -> withAttributes(object, schema))
                .map(object -> Map.entry(object.identity(), object))
                .toList();
        if (touched.isEmpty()) {
            script.forget();
        }
        if (touched.isEmpty() || !now.equals(namesAndTypes)) {
            tables.clear();
            sequences.forgetAll();
            namesAndTypes = now;
            read(schema, prepared.call(ALL));
        } else {
            readAgain(schema, touched.get().relations());
        }
        sequences.forgetMoves();
        return new RowSnapshot(
                tables.values().stream().collect(toMap(Named::name, Named::content)), sequences.positions());
    }

    /** Without a lock on the tables that have values of it, a type may lose an attribute, and the values with it. */
    private static Stream<SchemaObject> withAttributes(SchemaObject object, Schema schema) {
        return object.kind() == ObjectKind.COMPOSITE_TYPE
                ? Stream.concat(Stream.of(object), schema.childrenOf(object).stream())
                : Stream.of(object);
    }

    @Override
    public Map<String, TableRows> readAll(Schema schema, Set<String> names, int most) throws SQLException {
        return new TableTexts(connection, schema).of(names, most);
    }

    private void readAgain(Schema schema, Set<Long> touched) throws SQLException {
        Set<Long> due = new HashSet<>(touched);
        due.addAll(sequences.moved());
        if (!due.isEmpty()) {
            tables.keySet().removeAll(due);
            sequences.forget(due);
            read(schema, prepared.call(SOME, due));
        }
    }

    private void read(Schema schema, String query) throws SQLException {
        Map<Long, SchemaObject> known =
                schema.objects(ObjectKind.TABLE).stream().collect(toMap(SchemaObject::identity, table -> table));
        StatementBatch digests = new StatementBatch();
        List<String> positions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet relations = statement.executeQuery(query)) {
            while (relations.next()) {
                String name = relations.getString(1);
                String quoted = relations.getString(2);
                long id = relations.getLong(3);
                boolean ascending = relations.getBoolean(4);
                if (!relations.wasNull()) {
                    positions.add(PostgresSequencePositions.query(id, quoted, ascending, relations.getBoolean(5)));
                } else if (known.containsKey(id)) {
                    digests.add(digest(quoted, columns(schema, known.get(id))), row -> readContent(id, name, row));
                }
            }
        }
        digests.run(connection);
        sequences.read(positions);
    }

    /** The columns that the rows of a table hold, in the order of their names, quoted. */
    private static String columns(Schema schema, SchemaObject table) {
        return schema.childrenOf(table).stream()
                .filter(object -> object.kind() == ObjectKind.COLUMN)
                .filter(TableTexts::isHeld)
                .map(column -> SqlName.quote(column.name().name()))
                .collect(joining(", "));
    }

    private void readContent(long id, String name, ResultSet row) throws SQLException {
        row.next();
        if (row.getLong(1) > 0) {
            tables.put(id, new Named(name, new RowSnapshot.Content(row.getLong(1), row.getString(2))));
        }
    }

    /** A sum of digests does not depend on the order of rows, a list of names not on the order of columns. */
    private static String digest(String table, String columns) {
        return "SELECT count(*), sum(hashtextextended(ROW(%s)::text, 0))::text FROM ONLY %s".formatted(columns, table);
    }

    @Override
    public Set<String> filledTables() throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        Set<String> filled = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet relations = statement.executeQuery(ALL)) {
                while (relations.next()) {
                    boolean isTable = relations.getString(4) == null;
                    if (isTable) {
                        questions.add("SELECT " + names.size() + " WHERE EXISTS (SELECT FROM ONLY "
                                + relations.getString(2) + ")");
                        names.add(relations.getString(1));
                    }
                }
            }
            if (!questions.isEmpty()) {
                try (ResultSet answers = statement.executeQuery(String.join(" UNION ALL ", questions))) {
                    while (answers.next()) {
                        filled.add(names.get(answers.getInt(1)));
                    }
                }
            }
        }
        return filled;
    }

    @Override
    public SequencePositions sequences() {
        return sequences;
    }
}
