package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Views in the way of a change, which have to make room for it: those that stay and whose text names what changes. */
final class DependentViews {

    private DependentViews() {}

    /** The statements between dropping and making the views that name the column's table; empty if there are none. */
    static Optional<List<String>> around(SchemaObject column, DdlContext task, List<String> statements) {
        return task.from().parentOf(column).flatMap(table -> aroundRelation(table, task, statements));
    }

    /** The same for a table or view itself. */
    static Optional<List<String>> aroundRelation(SchemaObject relation, DdlContext task, List<String> statements) {
        Set<SchemaObject> found = new LinkedHashSet<>();
        collect(relation, task, found);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<SchemaObject> order = new ArrayList<>(found);
        List<String> all = new ArrayList<>();
        List<SchemaObject> reverse = new ArrayList<>(order);
        Collections.reverse(reverse);
        reverse.forEach(view -> all.add("DROP " + task.address().typed(view.name())));
        all.addAll(statements);
        order.forEach(
                view -> all.add(ViewWriter.text(task.to().find(view.name()).orElse(view), "CREATE ")));
        return Optional.of(List.copyOf(all));
    }

    /** Adds the views that depend on a relation, each after all that it depends on itself. */
    private static void collect(SchemaObject relation, DdlContext task, Set<SchemaObject> found) {
        Pattern name =
                Pattern.compile("(?<![\\w.\"])" + Pattern.quote(StatementName.of(relation.name())) + "(?![\\w\"])");
        Stream.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)
                .flatMap(kind -> task.from().all(kind).stream())
                .filter(task::stays)
                .filter(view -> name.matcher(view.definition()).find())
                .forEach(view -> {
                    found.remove(view);
                    found.add(view);
                    collect(view, task, found);
                });
    }
}
