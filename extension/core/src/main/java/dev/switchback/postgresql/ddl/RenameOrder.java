package dev.switchback.postgresql.ddl;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Puts renames in an order in which each new name is free; where names go in a circle, one object has another for a while. */
final class RenameOrder {

    private static final Set<ObjectKind> RELATIONS = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.INDEX,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.EXCLUSION);
    private static final int LONGEST = 13;

    private final List<Renamed> due;
    private final List<Change> ordered = new ArrayList<>();

    private RenameOrder(List<Renamed> due) {
        this.due = new ArrayList<>(due);
    }

    /** The renames in this order, and then all other changes in theirs. */
    static List<Change> of(List<Change> changes) {
        RenameOrder order = new RenameOrder(changes.stream()
                .filter(Renamed.class::isInstance)
                .map(Renamed.class::cast)
                .toList());
        order.run();
        changes.stream().filter(change -> !(change instanceof Renamed)).forEach(order.ordered::add);
        return order.ordered;
    }

    private void run() {
        while (!due.isEmpty()) {
            Renamed next = due.stream().filter(this::isFree).findFirst().orElse(due.get(0));
            int place = due.indexOf(next);
            if (isFree(next)) {
                due.remove(place);
                ordered.add(next);
            } else {
                SchemaObject meanwhile = meanwhile(next);
                ordered.add(new Renamed(next.before(), meanwhile));
                due.set(place, new Renamed(meanwhile, next.after()));
            }
        }
    }

    private boolean isFree(Renamed rename) {
        return due.stream()
                .noneMatch(other -> !other.equals(rename)
                        && place(now(other)).equals(place(rename.after().name())));
    }

    /** All that stands among a schema's relations has its name for itself there. */
    private static ObjectName place(ObjectName name) {
        return RELATIONS.contains(name.kind()) ? ObjectName.of(ObjectKind.TABLE, name.schema(), name.name()) : name;
    }

    /** The name that an object has while renames run: its parent has its new name already. */
    private static ObjectName now(Renamed rename) {
        ObjectName before = rename.before().name();
        ObjectName after = rename.after().name();
        return before.hasParent()
                ? new ObjectName(before.kind(), after.schema(), after.parent(), before.name())
                : before;
    }

    /** The name is cut so that the server does not have to. */
    private static SchemaObject meanwhile(Renamed rename) {
        SchemaObject before = rename.before();
        ObjectName name = now(rename);
        return new SchemaObject(
                new ObjectName(name.kind(), name.schema(), name.parent(), beginning(name.name()) + "_meanwhile"),
                before.definition(),
                before.attributes(),
                before.identity());
    }

    private static String beginning(String name) {
        return name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))));
    }
}
