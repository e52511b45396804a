package dev.switchback.schema.orphans;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks for rows that refer to rows which are not there. */
public final class OrphanSearch {

    private static final int EXAMPLES = 5;

    private final Connection connection;
    private final OrphanDialect dialect;

    private OrphanSearch(Connection connection, OrphanDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Looks into a database with one query for each relation, in one transaction that only reads.
     *
     * @param declared the relations; none to look at all foreign keys, validated or not
     * @throws IllegalArgumentException if a table or a column of a relation is not there, with the names nearest to it
     * @throws dev.switchback.product.ProductException if the product is not supported
     * @throws SchemaException if the rows cannot be read or compared
     */
    public static List<Orphans> find(DataSource database, List<DeclaredRelation> declared) {
        try (Connection connection = database.getConnection()) {
            boolean readOnly = connection.isReadOnly();
            boolean autoCommit = connection.getAutoCommit();
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                Schema schema = Schema.read(connection);
                return new OrphanSearch(connection, OrphanDialect.ofProduct(schema.product())).find(schema, declared);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
                connection.setReadOnly(readOnly);
            }
        } catch (SQLException e) {
            throw new SchemaException("The rows cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Orphans> find(Schema schema, List<DeclaredRelation> declared) throws SQLException {
        List<Orphans> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.settings(schema));
            for (TableLink link : TableLinks.all(schema, declared).toList()) {
                find(statement, link).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Orphans> find(Statement statement, TableLink link) {
        try (ResultSet row = statement.executeQuery(dialect.query(link, EXAMPLES))) {
            long rows = 0;
            List<Orphans.Key> examples = new ArrayList<>();
            while (row.next()) {
                rows = row.getLong(1);
                examples.add(new Orphans.Key(values(row, link.columns().size()), row.getLong(2)));
            }
            return rows == 0 ? Optional.empty() : Optional.of(new Orphans(link, rows, examples));
        } catch (SQLException e) {
            String hint = dialect.isForbidden(e)
                    ? "\nConnect as a role that may read all rows of both tables, such as their owner."
                    : "";
            throw new SchemaException("Whether %s cannot be told: %s%s".formatted(link, e.getMessage(), hint), e);
        }
    }

    private static List<String> values(ResultSet row, int count) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(String.valueOf(row.getString(i + 3)));
        }
        return values;
    }
}
