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
        DdlContext task = new DdlContext(diff);
        List<Change> unwritten = new ArrayList<>();
        Map<ObjectName, List<Change.Changed>> changed = new LinkedHashMap<>();
        for (Change change : TableOrder.sorted(RenamedTwins.paired(diff), task.to())) {
            if (change instanceof Change.Changed attribute) {
                changed.computeIfAbsent(attribute.after().name(), name -> new ArrayList<>())
                        .add(attribute);
            } else if (!write(change, task)) {
                unwritten.add(change);
            }
        }
        changed.forEach((name, changes) -> {
            Alteration alteration = Alteration.of(changes);
            writers.of(name.kind()).alter(alteration, task);
            changes.stream()
                    .filter(change -> alteration.leaves(change.attribute()))
                    .forEach(unwritten::add);
        });
        return new DdlPlan(task.draft().steps(), unwritten);
    }

    @Override
    public List<SqlBlock> script(Schema schema) {
        return SchemaScript.of(schema, writers);
    }

    private boolean write(Change change, DdlContext task) {
        KindWriter writer = writers.of(change.name().kind());
        if (change instanceof Change.Added added) {
            return comesWithParent(added.object(), task) || writer.create(added.object(), task);
        }
        if (change instanceof Change.Removed removed) {
            if (!goesWithParent(removed, task)) {
                writer.drop(removed.object(), task);
            }
        } else if (change instanceof Change.Renamed renamed) {
            writer.rename(renamed.before(), renamed.after(), task);
        }
        return true;
    }

    /** Columns and constraints are a matter of the CREATE of what they belong to. */
    static boolean comesWithParent(SchemaObject added, DdlContext task) {
        return switch (added.kind()) {
            case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY ->
                task.to()
                        .parentOf(added)
                        .filter(parent -> isNew(parent.name(), task))
                        .isPresent();
            default -> false;
        };
    }

    private static boolean isNew(ObjectName name, DdlContext task) {
        return task.from().find(name).isEmpty() && !task.isRenamed(name);
    }

    /** All that belongs to a table goes with it. */
    private static boolean goesWithParent(Change.Removed removed, DdlContext task) {
        return removed.name().kind() != ObjectKind.USER_MAPPING
                && task.from()
                        .parentOf(removed.object())
                        .filter(parent -> task.isDropped(parent.name()))
                        .isPresent();
    }
}
