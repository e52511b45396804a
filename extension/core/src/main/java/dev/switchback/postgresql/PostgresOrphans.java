package dev.switchback.postgresql;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.orphans.OrphanDialect;
import dev.switchback.schema.orphans.TableLink;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Compares rows as a foreign key of PostgreSQL would. */
final class PostgresOrphans implements OrphanDialect {

    /** With row security off the server refuses what it would else hide; a type may bring an operator of its own. */
    @Override
    public String settings(Schema schema) {
        Set<String> operators = new TreeSet<>();
        schema.objects(ObjectKind.EXTENSION).forEach(extension -> operators.add(extension.attribute("in schema")));
        schema.objects(ObjectKind.OPERATOR)
                .forEach(operator -> operators.add(operator.name().schema()));
        operators.remove("pg_catalog");
        return "set local row_security = off; set local search_path = pg_catalog"
                + operators.stream().map(name -> ", " + SqlName.quote(name)).collect(joining());
    }

    @Override
    public String query(TableLink link, int limit) {
        List<String> key =
                link.columns().stream().map(column -> column("c", column)).toList();
        String texts = key.stream().map(column -> column + "::text").collect(joining(", "));
        return """
               select sum(count(*)) over (), count(*), %s
               from %s c
               where %s and not %s
               group by %s
               order by 2 desc, %s
               limit %s"""
                .formatted(texts, table(link.table()), refers(link, key), isThere(link, key), texts, texts, limit);
    }

    /** SQLSTATE insufficient_privilege. */
    @Override
    public boolean isForbidden(SQLException refusal) {
        return "42501".equals(refusal.getSQLState());
    }

    /** A null refers to nothing; with MATCH FULL only if all are null. */
    private static String refers(TableLink link, List<String> key) {
        boolean full = link.key()
                .filter(constraint -> constraint.attribute("match").equals("full"))
                .isPresent();
        return key.stream().map(column -> column + " is not null").collect(joining(full ? " or " : " and ", "(", ")"));
    }

    private static String isThere(TableLink link, List<String> key) {
        List<String> same = new ArrayList<>(IntStream.range(0, key.size())
                .mapToObj(i -> column("p", link.parentColumns().get(i)) + " = " + key.get(i))
                .toList());
        String parent = table(link.parent());
        if (!isOverTime(link)) {
            return "exists (select from %s p where %s)".formatted(parent, String.join(" and ", same));
        }
        int period = same.size() - 1;
        same.remove(period);
        return "coalesce((select range_agg(%s) from %s p where %s) @> %s, false)"
                .formatted(
                        column("p", link.parentColumns().get(period)),
                        parent,
                        String.join(" and ", same),
                        key.get(period));
    }

    /** Whether the last column is a time that must be covered by that of other rows. */
    private static boolean isOverTime(TableLink link) {
        return link.key()
                .filter(constraint -> constraint.definition().contains(", PERIOD "))
                .isPresent();
    }

    /** A foreign key does not see the rows of tables that inherit, but those of partitions. */
    private static String table(SchemaObject table) {
        ObjectName name = table.name();
        boolean alone = name.kind() == ObjectKind.TABLE
                && table.attribute("partitioned by").isEmpty();
        return (alone ? "only " : "") + SqlName.quote(name.schema()) + "." + SqlName.quote(name.name());
    }

    private static String column(String table, String name) {
        return table + "." + SqlName.quote(name);
    }
}
