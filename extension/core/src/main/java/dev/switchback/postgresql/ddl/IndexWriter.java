package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.postgresql.SqlName;
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
    public boolean create(SchemaObject index, DdlContext context) {
        if (isOfParent(index) && PartialIndex.isWholeKept(index, context)) {
            fromUsual(index, context);
            return true;
        }
        make(index, context);
        alter(Alteration.ofNew(index, SAID), context);
        return true;
    }

    /** Alters an index that a partition has from its parent, and that bears the server's name, so that it is this one. */
    private void fromUsual(SchemaObject index, DdlContext context) {
        rename(PartitionIndexName.usual(index), index, context);
        alter(Alteration.ofNew(index, OF_PARENT), context);
    }

    /** Takes from an index all that its parent did not ask for. */
    private void toUsual(SchemaObject index, DdlContext context) {
        SchemaObject usual =
                PartitionIndexName.usual(Alteration.ofNew(index, OF_PARENT).before());
        rename(index, usual, context);
        alter(Alteration.between(index, usual), context);
    }

    private static boolean isOfParent(SchemaObject index) {
        return PartialIndex.isImplied(index);
    }

    /** A partitioned table's index takes for its parts what its partitions have by then. */
    private static void make(SchemaObject index, DdlContext context) {
        if (PartialIndex.isBesideWhole(index, context)) {
            context.draft().addAlone(index.kind(), IndexText.of(index));
            return;
        }
        if (!index.definition().contains(" ON ONLY ")) {
            context.draft().add(index.kind(), IndexText.of(index));
            return;
        }
        context.draft().addLast(index.kind(), IndexText.of(index));
        if (PartialIndex.is(index)) {
            PartialIndex.attachments(index, context.to())
                    .forEach(statement -> context.draft().addLast(index.kind(), statement));
        }
    }

    @Override
    public void drop(SchemaObject index, DdlContext context) {
        if (isOfParent(index)) {
            if (PartialIndex.isWholeKept(index, context)) {
                toUsual(index, context);
            }
            return;
        }
        String drop = "DROP INDEX " + StatementName.of(index.name());
        context.draft().drop(index.kind(), List.of(drop), List.of(Obstacles.keysDroppedBefore(index, drop, context)));
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject index = alteration.after();
        String name = StatementName.of(index.name());
        if (alteration.has("valid") && index.definition().contains(" ON ONLY ")) {
            context.draft().drop(index.kind(), "DROP INDEX " + name);
            make(index, context);
            alteration.take(SAID);
            alteration.take("definition");
        }
        part(alteration, context);
        if (alteration.has("definition", "columns", "include", "method", "uniqueness", "nulls", "predicate")
                || alteration.has("valid")) {
            List<String> anew = List.of("DROP INDEX " + name, IndexText.of(index));
            context.draft()
                    .ways(index.kind(), List.of(anew), Obstacles.keysDroppedBefore(alteration.before(), anew, context));
            alteration.take(SAID);
            alteration.take("definition");
        }
        standing(alteration, name, context);
        statistics(alteration, name, context);
        context.comment(alteration, "comment", "INDEX " + name);
    }

    /** A part goes with the whole that it was attached to. */
    private static void part(Alteration alteration, DdlContext context) {
        if (!alteration.take("part of")) {
            return;
        }
        SchemaObject index = alteration.after();
        String usual = "ALTER INDEX "
                + SqlName.qualified(
                        index.name().schema(),
                        PartitionIndexName.usual(index).name().name());
        if (PartialIndex.isImplied(alteration.before())) {
            // gone with its parent's, or still its part
            context.draft()
                    .ways(
                            index.kind(),
                            List.of(
                                    List.of(IndexText.of(index)),
                                    List.of(
                                            "ALTER INDEX " + StatementName.of(index.name()) + " RENAME TO "
                                                    + quoteIfNeeded(PartitionIndexName.usual(index)
                                                            .name()
                                                            .name()),
                                            IndexText.of(index))));
        } else if (!alteration.from("part of").isEmpty()) {
            context.draft().add(index.kind(), IndexText.of(index));
        } else if (PartialIndex.isImplied(index)) {
            context.draft()
                    .ways(
                            index.kind(),
                            List.of(List.of(
                                    "DROP INDEX " + StatementName.of(index.name()),
                                    usual + " RENAME TO "
                                            + quoteIfNeeded(index.name().name()))));
        }
        PartialIndex.attached(index).ifPresent(statement -> context.draft().addLast(index.kind(), statement));
    }

    /** The attributes that the indexes of constraints have, too. */
    static void standing(Alteration alteration, String index, DdlContext context) {
        SchemaObject object = alteration.after();
        String alter = "ALTER INDEX " + index;
        if (alteration.take("options")) {
            ObjectOptions.change(alter, alteration.from("options"), alteration.to("options"))
                    .forEach(statement -> context.draft().add(object.kind(), statement));
        }
        if (alteration.take("tablespace")) {
            String tablespace = alteration.to("tablespace");
            context.draft()
                    .add(
                            object.kind(),
                            alter + " SET TABLESPACE "
                                    + (tablespace.isEmpty() ? "pg_default" : quoteIfNeeded(tablespace)));
        }
        context.extensions(alteration, alter);
        String table = "ALTER " + context.address().typedParent(object.name());
        String local = quoteIfNeeded(object.name().name());
        if (alteration.take("clustered")) {
            if (alteration.to("clustered").isEmpty()) {
                context.draft().drop(object.kind(), table + " SET WITHOUT CLUSTER");
            } else {
                context.draft().add(object.kind(), table + " CLUSTER ON " + local);
            }
        }
        if (alteration.take("replica identity")
                && !alteration.to("replica identity").isEmpty()) {
            context.draft().add(object.kind(), table + " REPLICA IDENTITY USING INDEX " + local);
        }
    }

    private static void statistics(Alteration alteration, String name, DdlContext context) {
        if (!alteration.take("statistics")) {
            return;
        }
        Map<String, String> before = targets(alteration.from("statistics"));
        Map<String, String> after = new TreeMap<>(targets(alteration.to("statistics")));
        before.keySet().forEach(column -> after.putIfAbsent(column, "-1"));
        after.forEach((column, target) -> {
            if (!target.equals(before.get(column))) {
                context.draft()
                        .add(
                                alteration.after().kind(),
                                "ALTER INDEX " + name + " ALTER COLUMN " + column + " SET STATISTICS " + target);
            }
        });
    }

    private static Map<String, String> targets(String statistics) {
        return ListedNames.split(statistics).stream()
                .map(target -> target.split(": ", 2))
                .collect(Collectors.toMap(target -> target[0], target -> target[1]));
    }
}
