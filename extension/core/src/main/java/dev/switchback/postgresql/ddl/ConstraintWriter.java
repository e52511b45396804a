package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.qualified;
import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Constraints of tables and domains. */
final class ConstraintWriter implements KindWriter {

    /** The attributes that the server's text says. */
    private static final String[] SAID = {
        "columns",
        "expression",
        "references",
        "on update",
        "on delete",
        "match",
        "deferrable",
        "valid",
        "enforced",
        "inheritance",
        "part of"
    };

    /** Whether a parent's constraint makes it, so that there is only something to be added. */
    private static boolean isOfParent(SchemaObject constraint) {
        return PartialIndex.isImplied(constraint);
    }

    @Override
    public boolean create(SchemaObject constraint, DdlContext context) {
        if (PartialIndex.is(constraint)) {
            partial(constraint, context);
        } else if (!isOfParent(constraint) || isNewPart(constraint, context)) {
            String statement = alterParent(constraint, context) + ConstraintText.add(constraint);
            if (ConstraintText.WITH_INDEX.contains(constraint.kind())
                    && PartialIndex.isBesideWhole(constraint, context)) {
                context.draft().addAlone(constraint.kind(), statement);
            } else if (isEnabledBesideDisabled(constraint, context)) {
                context.draft().addAfterKeys(constraint.kind(), statement);
            } else if (isOfPartitioned(constraint, context)) {
                context.draft().addLast(constraint.kind(), statement);
            } else {
                context.draft().add(constraint.kind(), statement);
            }
        } else if (ConstraintText.WITH_INDEX.contains(constraint.kind())) {
            rename(PartitionIndexName.usual(constraint), constraint, context);
        }
        afterCreate(constraint, context);
        return true;
    }

    /** The key of a partition that is to be made first, so that its parent's takes it for its own. */
    private static boolean isNewPart(SchemaObject constraint, DdlContext context) {
        return ConstraintText.WITH_INDEX.contains(constraint.kind()) && !PartialIndex.isWholeKept(constraint, context);
    }

    /** Whether it would be disabled together with another key, because there is a word only for all of a table. */
    private static boolean isEnabledBesideDisabled(SchemaObject constraint, DdlContext context) {
        return constraint.attribute("enabled").isEmpty()
                && (constraint.kind() == ObjectKind.FOREIGN_KEY
                        || !constraint.attribute("deferrable").isEmpty())
                && Stream.of(constraint.name().qualifiedParent(), ConstraintText.target(constraint))
                        .anyMatch(context.to()::hasDisabledKeys);
    }

    private static boolean isOfPartitioned(SchemaObject constraint, DdlContext context) {
        return context.to()
                .parentOf(constraint)
                .filter(table -> !table.attribute("partitioned by").isEmpty())
                .isPresent();
    }

    /** Partitions that are there already are left out, and those that are not yet there would not be. */
    private static void partial(SchemaObject constraint, DdlContext context) {
        String only = alterParent(constraint, context).replaceFirst("TABLE ", "TABLE ONLY ");
        context.draft().addLast(ObjectKind.INDEX, only + ConstraintText.add(constraint));
        PartialIndex.attachments(constraint, context.to())
                .forEach(statement -> context.draft().addLast(ObjectKind.INDEX, statement));
    }

    void afterCreate(SchemaObject constraint, DdlContext context) {
        alter(Alteration.ofNew(constraint, SAID), context);
    }

    private static String alterParent(SchemaObject constraint, DdlContext context) {
        return "ALTER " + (context.address().isOfDomain(constraint.name()) ? "DOMAIN " : "TABLE ")
                + StatementName.parent(constraint.name());
    }

    @Override
    public void drop(SchemaObject constraint, DdlContext context) {
        if (PartialIndex.isKeyOfIndex(constraint, context.from())) {
            Obstacles.aroundDetached(
                            constraint,
                            alterParent(constraint, context) + " DROP CONSTRAINT "
                                    + quoteIfNeeded(constraint.name().name()),
                            context)
                    .ifPresent(way -> context.draft().dropWay(constraint.kind(), way));
            return;
        }
        if (isOfParent(constraint)) {
            if (isNewPart(constraint, context)) {
                return; // gone with its parent's
            }
            SchemaObject usual = ConstraintText.WITH_INDEX.contains(constraint.kind())
                    ? PartitionIndexName.usual(plain(constraint))
                    : plain(constraint);
            rename(constraint, usual, context);
            alter(Alteration.between(constraint, usual), context);
            return;
        }
        ObjectName name = constraint.name();
        boolean domain = new StatementName(context.from()).isOfDomain(name);
        String drop = "ALTER " + (domain ? "DOMAIN " : "TABLE ") + StatementName.parent(name) + " DROP CONSTRAINT "
                + quoteIfNeeded(name.name());
        List<String> last = ConstraintText.WITH_INDEX.contains(name.kind())
                ? Obstacles.keysDroppedBefore(constraint, drop, context)
                : List.of();
        context.draft().drop(name.kind(), List.of(drop), List.of(last));
    }

    private static SchemaObject plain(SchemaObject constraint) {
        return Alteration.ofNew(constraint, SAID).before();
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject constraint = alteration.after();
        String table = alterParent(constraint, context);
        String name = quoteIfNeeded(constraint.name().name());
        if (ConstraintText.WITH_INDEX.contains(constraint.kind()) && alteration.has("valid")) {
            context.draft().drop(constraint.kind(), table + " DROP CONSTRAINT " + name);
            create(Alteration.ofNew(constraint, SAID).before(), context);
            alteration.take(SAID);
            alteration.take("definition");
        }
        part(alteration, context);
        if (alteration.has("definition", "columns", "expression", "references", "on update", "on delete", "match")
                || alteration.has("inheritance", "part of")) {
            anew(alteration, context);
        }
        if (alteration.has("valid", "deferrable", "enforced")) {
            state(alteration, table, name, context);
        }
        enabled(alteration, context);
        if (ConstraintText.WITH_INDEX.contains(constraint.kind())) {
            String index =
                    qualified(constraint.name().schema(), constraint.name().name());
            IndexWriter.standing(alteration, index, context);
            context.comment(alteration, "index comment", "INDEX " + index);
        }
        context.comment(alteration, "comment", context.address().typed(constraint.name()));
    }

    /** A part goes with the whole that it was attached to. */
    private static void part(Alteration alteration, DdlContext context) {
        if (!ConstraintText.WITH_INDEX.contains(alteration.after().kind()) || !alteration.take("part of")) {
            return;
        }
        SchemaObject constraint = alteration.after();
        String table = alterParent(constraint, context);
        String name = quoteIfNeeded(constraint.name().name());
        String usual = quoteIfNeeded(PartitionIndexName.usual(constraint).name().name());
        if (PartialIndex.isImplied(alteration.before())) {
            // gone with its parent's, or still its part
            List<List<String>> ways = new ArrayList<>();
            ways.add(List.of(table + ConstraintText.add(constraint)));
            ways.add(List.of(
                    table + " RENAME CONSTRAINT " + name + " TO " + usual, table + ConstraintText.add(constraint)));
            Obstacles.aroundDetached(constraint, table + " DROP CONSTRAINT " + name, context)
                    .map(way -> Stream.concat(way.stream(), Stream.of(table + ConstraintText.add(constraint)))
                            .toList())
                    .ifPresent(ways::add);
            context.draft().ways(constraint.kind(), ways);
        } else if (!alteration.from("part of").isEmpty()) {
            context.draft().add(constraint.kind(), table + ConstraintText.add(constraint));
        } else if (PartialIndex.isImplied(constraint)) {
            List<List<String>> ways = new ArrayList<>();
            ways.add(
                    List.of(table + " DROP CONSTRAINT " + name, table + " RENAME CONSTRAINT " + usual + " TO " + name));
            Obstacles.aroundDetached(constraint, "DROP INDEX " + PartitionIndexName.ofIndex(constraint), context)
                    .ifPresent(ways::add);
            context.draft().ways(constraint.kind(), ways);
        }
        PartialIndex.attached(constraint).ifPresent(statement -> context.draft().addLast(ObjectKind.INDEX, statement));
    }

    private static void anew(Alteration alteration, DdlContext context) {
        SchemaObject constraint = alteration.after();
        String table = alterParent(constraint, context);
        String drop = " DROP CONSTRAINT " + quoteIfNeeded(constraint.name().name());
        boolean domain = context.address().isOfDomain(constraint.name());
        List<String> anew = domain
                ? List.of(table + drop, table + ConstraintText.add(constraint))
                : List.of(table + drop + "," + ConstraintText.add(constraint));
        context.draft()
                .ways(
                        constraint.kind(),
                        List.of(anew),
                        ConstraintText.WITH_INDEX.contains(constraint.kind())
                                ? Obstacles.keysDroppedBefore(alteration.before(), anew, context)
                                : List.of());
        alteration.take(SAID);
        alteration.take("definition");
    }

    private static void state(Alteration alteration, String table, String name, DdlContext context) {
        SchemaObject constraint = alteration.after();
        if (alteration.to("valid").isEmpty() && alteration.has("valid") && !alteration.has("deferrable", "enforced")) {
            alteration.take("valid");
            context.draft().add(constraint.kind(), table + " VALIDATE CONSTRAINT " + name);
        } else if (constraint.kind() == ObjectKind.FOREIGN_KEY && !alteration.has("valid")) {
            List<String> words = new ArrayList<>();
            if (alteration.take("deferrable")) {
                String deferrable = alteration.to("deferrable");
                words.add(
                        deferrable.isEmpty() ? "NOT DEFERRABLE" : "DEFERRABLE " + deferrable.toUpperCase(Locale.ROOT));
            }
            if (alteration.take("enforced")) {
                words.add(alteration.to("enforced").isEmpty() ? "ENFORCED" : "NOT ENFORCED");
            }
            context.draft().add(constraint.kind(), table + " ALTER CONSTRAINT " + name + " " + String.join(" ", words));
        } else {
            anew(alteration, context);
        }
    }

    /** The triggers behind a foreign key have no certain name, but there is a word for all of a table. */
    private static void enabled(Alteration alteration, DdlContext context) {
        if (!alteration.take("enabled")) {
            return;
        }
        SchemaObject constraint = alteration.after();
        Set<String> after = Set.copyOf(ListedNames.split(alteration.to("enabled")));
        Stream.concat(ListedNames.split(alteration.from("enabled")).stream(), after.stream())
                .distinct()
                .map(state -> state.substring(state.indexOf(" on ") + " on ".length()))
                .distinct()
                .forEach(table -> context.draft()
                        .addLast(
                                constraint.kind(),
                                "ALTER TABLE " + Inheritance.list(table, context.to())
                                        + (after.contains(SchemaLookup.DISABLED + table) ? " DISABLE" : " ENABLE")
                                        + " TRIGGER ALL"));
    }
}
