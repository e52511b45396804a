package dev.switchback.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Brings the schema of a database to what it should be, by trial: what fails is tried again after the rest, and when all is
 * done, what still differs is written anew. So the order in which statements depend on each other need not be known.
 */
@API(status = API.Status.INTERNAL)
public final class SchemaRewrite {

    private static final int ROUNDS = 5;

    /** A statement that takes longer counts as refused. */
    private static final int SECONDS = 60;

    private final Connection connection;
    private final DdlWriter writer;
    private final List<String> statements = new ArrayList<>();

    private SchemaRewrite(Connection connection, DdlWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    /**
     * The result of the rewrite.
     *
     * @param statements the statements that were run, in their order, without the semicolons at the ends
     * @param left the remaining differences from the target, of all that was wanted
     */
    public record Result(List<String> statements, SchemaDiff left) {

        public Result {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Changes a database, as far as statements can be written and the server takes them.
     *
     * @param connection has a transaction, which stays open; the savepoints in it are released
     * @param from the schema as it is
     * @param target the schema to be
     * @param wanted which differences matter, seen from the schema as it is
     * @param now reads the schema, again and again
     * @throws SQLException if the connection is of no use any more
     */
    public static Result run(
            Connection connection, Schema from, Schema target, Predicate<Change> wanted, Supplier<Schema> now)
            throws SQLException {
        SchemaRewrite rewrite = new SchemaRewrite(connection, DdlWriter.ofProduct(target.product()));
        SchemaDiff left =
                rewrite.towards(target, SchemaDiff.between(from, target).only(wanted), wanted, now);
        if (!left.isEmpty()) {
            left = rewrite.withoutDependents(target, left, wanted, now);
        }
        return new Result(rewrite.statements, left);
    }

    private SchemaDiff towards(Schema target, SchemaDiff first, Predicate<Change> wanted, Supplier<Schema> now)
            throws SQLException {
        SchemaDiff diff = first;
        for (int round = 0; round < ROUNDS && run(writer.write(diff).steps()); round++) {
            SchemaDiff next = SchemaDiff.between(now.get(), target).only(wanted);
            boolean stands = next.changes().equals(diff.changes());
            diff = next;
            if (stands) {
                break;
            }
        }
        return diff;
    }

    /** Objects that depend on those that still differ go first, and come again in the end; all that only if it helps. */
    private SchemaDiff withoutDependents(Schema target, SchemaDiff left, Predicate<Change> wanted, Supplier<Schema> now)
            throws SQLException {
        Schema there = now.get();
        Set<SchemaObject> inTheWay =
                Set.copyOf(CatalogReader.ofProduct(target.product()).dependents(connection, there, stuck(left, there)));
        if (inTheWay.isEmpty()) {
            return left;
        }
        int known = statements.size();
        Savepoint untouched = connection.setSavepoint();
        Schema bare = without(there, there, inTheWay);
        towards(bare, SchemaDiff.between(there, bare), change -> true, now);
        Schema first = without(target, there, inTheWay);
        towards(first, SchemaDiff.between(now.get(), first).only(wanted), wanted, now);
        SchemaDiff after = towards(target, SchemaDiff.between(now.get(), target).only(wanted), wanted, now);
        if (after.changes().size() < left.changes().size()) {
            connection.releaseSavepoint(untouched);
            return after;
        }
        connection.rollback(untouched);
        connection.releaseSavepoint(untouched);
        statements.subList(known, statements.size()).clear();
        return left;
    }

    private static Set<SchemaObject> stuck(SchemaDiff left, Schema there) {
        Set<ObjectName> names = left.changes().stream().map(Change::name).collect(Collectors.toSet());
        return there.objects().stream()
                .filter(object -> names.contains(object.name()))
                .collect(Collectors.toSet());
    }

    /**
     * A schema without what is in the way and all that belongs to it.
     *
     * @param there how it is there; what is in the way in another form, a column without its default, is only altered
     */
    private static Schema without(Schema schema, Schema there, Set<SchemaObject> inTheWay) {
        Set<ObjectName> altered = new HashSet<>();
        Set<ObjectName> gone = new HashSet<>();
        Set<SchemaObject> known = Set.copyOf(there.objects());
        inTheWay.forEach(object -> (known.contains(object) ? gone : altered).add(object.name()));
        Set<String> views = gone.stream()
                .filter(name -> name.kind().isView())
                .map(ObjectName::qualified)
                .collect(Collectors.toSet());
        return schema.with(schema.objects().stream()
                .filter(object -> !gone.contains(object.name())
                        && !(object.name().hasParent()
                                && views.contains(object.name().qualifiedParent())))
                .map(object -> altered.contains(object.name()) ? withoutDefault(object) : object)
                .toList());
    }

    private static SchemaObject withoutDefault(SchemaObject column) {
        TreeMap<String, String> attributes = new TreeMap<>(column.attributes());
        attributes.remove("default");
        return new SchemaObject(column.name(), column.definition(), attributes, column.identity());
    }

    /** Returns whether at least one step succeeded. */
    private boolean run(List<DdlPlan.Step> steps) throws SQLException {
        List<DdlPlan.Step> pending = steps;
        boolean more = true;
        while (more) {
            int before = pending.size();
            pending = failed(pending, DdlPlan.Step::ways);
            more = pending.size() < before;
            if (!more) {
                pending = failed(pending, DdlPlan.Step::lastWays);
                more = pending.size() < before;
            }
        }
        return pending.size() < steps.size();
    }

    private List<DdlPlan.Step> failed(List<DdlPlan.Step> steps, Function<DdlPlan.Step, List<List<String>>> ways)
            throws SQLException {
        List<DdlPlan.Step> failed = new ArrayList<>();
        for (DdlPlan.Step step : steps) {
            if (!succeeds(ways.apply(step))) {
                failed.add(step);
            }
        }
        return failed;
    }

    private boolean succeeds(List<List<String>> ways) throws SQLException {
        for (List<String> way : ways) {
            if (runs(way)) {
                statements.addAll(way);
                return true;
            }
        }
        return false;
    }

    private boolean runs(List<String> way) throws SQLException {
        Savepoint untouched = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            for (String sql : way) {
                statement.execute(sql);
            }
            connection.releaseSavepoint(untouched);
            return true;
        } catch (SQLException refused) {
            connection.rollback(untouched);
            connection.releaseSavepoint(untouched);
            return false;
        }
    }
}
