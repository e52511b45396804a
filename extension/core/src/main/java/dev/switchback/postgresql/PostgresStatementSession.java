package dev.switchback.postgresql;

import dev.switchback.statements.ApplicationStatement;
import dev.switchback.statements.Placeholders;
import dev.switchback.statements.ResultColumn;
import dev.switchback.statements.StatementSession;
import dev.switchback.statements.StatementValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.util.PGobject;

/**
 * A session of PostgreSQL in which statements are tried through its driver, as the application sends them. To prepare one is not
 * enough: rights, and the constraint that {@code ON CONFLICT} means, are looked for when it is planned.
 */
final class PostgresStatementSession implements StatementSession {

    private static final int SECONDS = 30;
    private static final String UNKNOWN_TYPE = "42704";

    /** Statements that {@code EXPLAIN} takes. */
    private static final Pattern PLANNED =
            Pattern.compile("(?i)(select|insert|update|delete|merge|with|values|table)\\b.*|\\(.*", Pattern.DOTALL);

    private static final Map<String, String> NAMES = Map.of(
            "serial",
            "integer",
            "bigserial",
            "bigint",
            "smallserial",
            "smallint",
            "varbinary",
            "bytea",
            "binary",
            "bytea");

    private final Connection connection;
    private final Map<String, String> driverTypes = new HashMap<>();
    private final Map<String, String> typeNames = new HashMap<>();

    PostgresStatementSession(Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean become(String role) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            known.setString(1, role);
            try (ResultSet found = known.executeQuery()) {
                if (!found.next()) {
                    return false;
                }
            }
        }
        try (Statement change = connection.createStatement()) {
            change.execute("SET ROLE " + SqlName.quote(role));
        }
        return true;
    }

    @Override
    public List<ResultColumn> prepare(ApplicationStatement statement, List<StatementValue> call) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        try (PreparedStatement prepared = bound(statement, "", typesOf(statement, call))) {
            ResultSetMetaData result = prepared.getMetaData();
            for (int i = 1; result != null && i <= result.getColumnCount(); i++) {
                columns.add(new ResultColumn(result.getColumnLabel(i), result.getColumnTypeName(i)));
            }
        }
        List<ResultColumn> named = new ArrayList<>();
        for (ResultColumn column : columns) {
            named.add(new ResultColumn(column.name(), typeName(column.type())));
        }
        return named;
    }

    @Override
    public void plan(ApplicationStatement statement, List<StatementValue> call) throws SQLException {
        if (isPlanned(statement)) {
            List<StatementValue> types = typesOf(statement, call).stream()
                    .map(value -> new StatementValue(StatementValue.Sort.NULL, "", value.type()))
                    .toList();
            try (PreparedStatement plan = bound(statement, "EXPLAIN ", types)) {
                plan.execute();
            }
        }
    }

    @Override
    public void run(ApplicationStatement statement, List<StatementValue> call) throws SQLException {
        try (PreparedStatement run = bound(statement, "", typesOf(statement, call))) {
            run.setQueryTimeout(SECONDS);
            run.execute();
        }
    }

    private static boolean isPlanned(ApplicationStatement statement) {
        return PLANNED.matcher(statement.sql()).matches();
    }

    private PreparedStatement bound(ApplicationStatement statement, String before, List<StatementValue> values)
            throws SQLException {
        Placeholders places = statement.placeholders();
        List<StatementValue> bound = new ArrayList<>();
        for (StatementValue value : values) {
            bound.add(new StatementValue(value.sort(), value.text(), driverType(value.type())));
        }
        PreparedStatement prepared = connection.prepareStatement(before + places.jdbc());
        try {
            for (int i = 0; i < places.order().size(); i++) {
                bind(prepared, i + 1, bound.get(places.order().get(i) - 1));
            }
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement prepared, int place, StatementValue value) throws SQLException {
        if (value.sort() != StatementValue.Sort.TEXT) {
            if (value.type().isEmpty()) {
                prepared.setNull(place, Types.OTHER);
            } else {
                prepared.setNull(place, Types.OTHER, value.type());
            }
        } else if (value.type().isEmpty()) {
            prepared.setObject(place, value.text(), Types.OTHER);
        } else {
            PGobject typed = new PGobject();
            typed.setType(value.type());
            typed.setValue(value.text());
            prepared.setObject(place, typed);
        }
    }

    /** A value that comes in at several places has one type, which the server finds where it sees that they are one. */
    private List<StatementValue> typesOf(ApplicationStatement statement, List<StatementValue> call)
            throws SQLException {
        if (!statement.placeholders().repeat() || !isPlanned(statement)) {
            return call;
        }
        String declared = call.stream()
                .map(value -> value.type().isEmpty() ? "unknown" : NAMES.getOrDefault(value.type(), value.type()))
                .collect(Collectors.joining(", "));
        List<String> types = new ArrayList<>();
        try (Statement prepare = connection.createStatement()) {
            prepare.setEscapeProcessing(false);
            prepare.execute("PREPARE switchback_types (%s) AS %s".formatted(declared, statement.sql()));
            try (ResultSet found = prepare.executeQuery(
                    "SELECT unnest(parameter_types)::text FROM pg_prepared_statements WHERE name = 'switchback_types'")) {
                while (found.next()) {
                    types.add(found.getString(1));
                }
            }
            prepare.execute("DEALLOCATE switchback_types");
        }
        List<StatementValue> typed = new ArrayList<>();
        for (int i = 0; i < call.size(); i++) {
            typed.add(new StatementValue(call.get(i).sort(), call.get(i).text(), types.get(i)));
        }
        return typed;
    }

    /** The driver knows types by the catalog's names. */
    private String driverType(String type) throws SQLException {
        if (type.isEmpty()) {
            return "";
        }
        String known = driverTypes.get(type);
        if (known == null) {
            known = ask(
                    "SELECT CASE WHEN n.nspname = 'pg_catalog' THEN t.typname"
                            + " ELSE quote_ident(n.nspname) || '.' || quote_ident(t.typname) END"
                            + " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid = to_regtype(?)",
                    NAMES.getOrDefault(type, type));
            driverTypes.put(type, known);
        }
        return known;
    }

    private String typeName(String ofDriver) throws SQLException {
        String known = typeNames.get(ofDriver);
        if (known == null) {
            known = ask("SELECT to_regtype(?)::text", NAMES.getOrDefault(ofDriver, ofDriver));
            typeNames.put(ofDriver, known);
        }
        return known;
    }

    private String ask(String query, String type) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query)) {
            asked.setString(1, type);
            try (ResultSet found = asked.executeQuery()) {
                String name = found.next() ? found.getString(1) : null;
                if (name == null) {
                    throw new SQLException("type \"%s\" does not exist".formatted(type), UNKNOWN_TYPE);
                }
                return name;
            }
        }
    }
}
