package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Indexes that serve no constraint. */
final class IndexWriter implements KindWriter {

    /** The attributes that the server's text says. */
    private static final String[] SAID = {
        "columns", "include", "method", "uniqueness", "nulls", "predicate", "valid", "options", "tablespace", "part of"
    };

    /** The attributes that a partition's index has from its parent's. */
    private static final String[] OF_PARENT = {
        "columns", "include", "method", "uniqueness", "nulls", "predicate", "valid", "tablespace", "part of"
    };

    @Override
    public boolean create(SchemaObject index, DdlContext task) {
        if (isOfParent(index) && PartialIndex.isWholeKept(index, task)) {
            fromUsual(index, task);
            return true;
        }
        make(index, task);
        alter(Alteration.ofNew(index, SAID), task);
        return true;
    }

    /** Alters an index that a partition has from its parent, and that bears the server's name, so that it is this one. */
    private void fromUsual(SchemaObject index, DdlContext task) {
        rename(PartitionIndexName.usual(index), index, task);
        alter(Alteration.ofNew(index, OF_PARENT), task);
    }

    /** Takes from an index all that its parent did not ask for. */
    private void toUsual(SchemaObject index, DdlContext task) {
        SchemaObject usual =
                PartitionIndexName.usual(Alteration.ofNew(index, OF_PARENT).before());
        rename(index, usual, task);
        alter(Alteration.between(index, usual), task);
    }

    @Override
    public void rename(SchemaObject before, SchemaObject after, DdlContext task) {
        if (!before.name().equals(after.name())) {
            KindWriter.super.rename(before, after, task);
        }
    }

    private static boolean isOfParent(SchemaObject index) {
        return PartialIndex.isImplied(index);
    }

    /** A partitioned table's index takes for its parts what its partitions have by then. */
    private static void make(SchemaObject index, DdlContext task) {
        if (!index.definition().contains(" ON ONLY ")) {
            task.draft().add(index.kind(), text(index));
            return;
        }
        task.draft().addLast(index.kind(), text(index));
        if (PartialIndex.is(index)) {
            PartialIndex.attachments(index, task.to())
                    .forEach(statement -> task.draft().addLast(index.kind(), statement));
        }
    }

    /** The server says ONLY of every index of a partitioned table, but only one without its partitions' is invalid. */
    static String text(SchemaObject index) {
        String tablespace = index.attribute("tablespace");
        String text = index.attribute("valid").isEmpty()
                ? index.definition().replaceFirst(" ON ONLY ", " ON ")
                : index.definition();
        if (tablespace.isEmpty()) {
            return text;
        }
        String predicate = index.attribute("predicate");
        int end = predicate.isEmpty() ? text.length() : text.lastIndexOf(" WHERE ");
        return text.substring(0, end) + " TABLESPACE " + quote(tablespace) + text.substring(end);
    }

    @Override
    public void drop(SchemaObject index, DdlContext task) {
        if (isOfParent(index)) {
            if (PartialIndex.isWholeKept(index, task)) {
                toUsual(index, task);
            }
            return;
        }
        KindWriter.super.drop(index, task);
    }

    @Override
    public void alter(Alteration alteration, DdlContext task) {
        SchemaObject index = alteration.after();
        String name = StatementName.of(index.name());
        if (alteration.has("valid") && index.definition().contains(" ON ONLY ")) {
            task.draft().drop(index.kind(), "DROP INDEX " + name);
            make(index, task);
            alteration.take(SAID);
            alteration.take("definition");
        }
        part(alteration, task);
        if (alteration.has("definition", "columns", "include", "method", "uniqueness", "nulls", "predicate")
                || alteration.has("valid")) {
            task.draft().ways(index.kind(), List.of(List.of("DROP INDEX " + name, text(index))));
            alteration.take(SAID);
            alteration.take("definition");
        }
        standing(alteration, name, task);
        statistics(alteration, name, task);
        task.comment(alteration, "comment", "INDEX " + name);
    }

    /** A part goes with the whole that it was attached to. */
    private static void part(Alteration alteration, DdlContext task) {
        if (!alteration.take("part of")) {
            return;
        }
        SchemaObject index = alteration.after();
        if (!alteration.from("part of").isEmpty()) {
            task.draft().add(index.kind(), text(index));
        }
        PartialIndex.attached(index).ifPresent(statement -> task.draft().addLast(index.kind(), statement));
    }

    /** The attributes that the indexes of constraints have, too. */
    static void standing(Alteration alteration, String index, DdlContext task) {
        SchemaObject object = alteration.after();
        String alter = "ALTER INDEX " + index;
        if (alteration.take("options")) {
            ObjectOptions.change(alter, alteration.from("options"), alteration.to("options"))
                    .forEach(statement -> task.draft().add(object.kind(), statement));
        }
        if (alteration.take("tablespace")) {
            String tablespace = alteration.to("tablespace");
            task.draft()
                    .add(
                            object.kind(),
                            alter + " SET TABLESPACE " + (tablespace.isEmpty() ? "pg_default" : quote(tablespace)));
        }
        task.extensions(alteration, alter);
        String table = "ALTER " + task.address().typedParent(object.name());
        String local = quote(object.name().name());
        if (alteration.take("clustered")) {
            if (alteration.to("clustered").isEmpty()) {
                task.draft().drop(object.kind(), table + " SET WITHOUT CLUSTER");
            } else {
                task.draft().add(object.kind(), table + " CLUSTER ON " + local);
            }
        }
        if (alteration.take("replica identity")
                && !alteration.to("replica identity").isEmpty()) {
            task.draft().add(object.kind(), table + " REPLICA IDENTITY USING INDEX " + local);
        }
    }

    private static void statistics(Alteration alteration, String name, DdlContext task) {
        if (!alteration.take("statistics")) {
            return;
        }
        Map<String, String> before = targets(alteration.from("statistics"));
        Map<String, String> after = new TreeMap<>(targets(alteration.to("statistics")));
        before.keySet().forEach(column -> after.putIfAbsent(column, "-1"));
        after.forEach((column, target) -> {
            if (!target.equals(before.get(column))) {
                task.draft()
                        .add(
                                alteration.after().kind(),
                                "ALTER INDEX " + name + " ALTER COLUMN " + column + " SET STATISTICS " + target);
            }
        });
    }

    private static Map<String, String> targets(String statistics) {
        return Identifiers.split(statistics).stream()
                .map(target -> target.split(": ", 2))
                .collect(Collectors.toMap(target -> target[0], target -> target[1]));
    }
}
