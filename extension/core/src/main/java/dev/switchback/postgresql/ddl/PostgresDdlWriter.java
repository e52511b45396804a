package dev.switchback.postgresql.ddl;

import dev.switchback.schema.Change;
import dev.switchback.schema.DdlPlan;
import dev.switchback.schema.DdlWriter;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SqlBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the SQL of PostgreSQL 14 and newer. */
public final class PostgresDdlWriter implements DdlWriter {

    private final KindWriters writers = new KindWriters();

    @Override
    public DdlPlan write(SchemaDiff diff) {
        DdlContext context = new DdlContext(diff);
        List<Change> unwritten = new ArrayList<>();
        Map<ObjectName, List<Change.Changed>> changed = new LinkedHashMap<>();
        for (Change change : RenameOrder.of(TableOrder.sorted(RenamedTwins.paired(diff), context.to()))) {
            if (change instanceof Change.Changed attribute) {
                changed.computeIfAbsent(attribute.after().name(), name -> new ArrayList<>())
                        .add(attribute);
            } else if (!write(change, context)) {
                unwritten.add(change);
            }
        }
        changed.forEach((name, changes) -> {
            Alteration alteration = Alteration.of(changes);
            writers.of(name.kind()).alter(alteration, context);
            changes.stream()
                    .filter(change -> alteration.leaves(change.attribute()))
                    .forEach(unwritten::add);
        });
        return new DdlPlan(context.draft().steps(), unwritten);
    }

    @Override
    public List<SqlBlock> script(Schema schema) {
        return SchemaScript.of(schema, writers);
    }

    private boolean write(Change change, DdlContext context) {
        KindWriter writer = writers.of(change.name().kind());
        if (change instanceof Change.Added added) {
            return comesWithParent(added.object(), context) || writer.create(added.object(), context);
        }
        if (change instanceof Change.Removed removed) {
            if (!goesWithParent(removed, context)) {
                writer.drop(removed.object(), context);
            }
        } else if (change instanceof Change.Renamed renamed) {
            writer.rename(renamed.before(), renamed.after(), context);
        }
        return true;
    }

    /** Columns and constraints are a matter of the CREATE of what they belong to. */
    static boolean comesWithParent(SchemaObject added, DdlContext context) {
        return switch (added.kind()) {
            case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY ->
                context.to()
                        .parentOf(added)
                        .filter(parent -> isNew(parent.name(), context))
                        .isPresent();
            default -> false;
        };
    }

    private static boolean isNew(ObjectName name, DdlContext context) {
        return context.from().find(name).isEmpty() && !context.isRenamed(name);
    }

    /** All that belongs to a table goes with it. */
    private static boolean goesWithParent(Change.Removed removed, DdlContext context) {
        return removed.name().kind() != ObjectKind.USER_MAPPING
                && context.from()
                        .parentOf(removed.object())
                        .filter(parent -> context.isDropped(parent.name()))
                        .isPresent();
    }
}
