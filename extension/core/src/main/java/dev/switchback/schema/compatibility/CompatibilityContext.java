package dev.switchback.schema.compatibility;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.compatibility.Breach.Sort;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The questions about the whole that judges of single changes ask, and the words in which they answer. */
final class CompatibilityContext {

    /** Types whose values may have more digits behind the point than are kept. */
    private static final Pattern ROUNDED = Pattern.compile("(?:numeric|interval|time|timestamp)\\b");

    static final List<Breach> NONE = List.of();

    private final Side before;
    private final Side after;
    private final ValueTypes types;
    private final Set<String> come = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<ObjectName> newColumns = new HashSet<>();

    /** One of the two schemas, by names. */
    private static final class Side {

        private final Map<String, SchemaObject> relations = new HashMap<>();
        private final Map<String, Map<String, SchemaObject>> columns = new HashMap<>();
        private final Schema schema;

        Side(Schema schema) {
            this.schema = schema;
            for (SchemaObject object : schema.objects()) {
                if (object.kind() == ObjectKind.COLUMN) {
                    columns.computeIfAbsent(object.name().qualifiedParent(), table -> new HashMap<>())
                            .put(object.name().name(), object);
                } else if (ObjectKind.withRows().contains(object.kind())) {
                    relations.put(object.name().qualified(), object);
                }
            }
        }

        Map<String, SchemaObject> columnsOf(String table) {
            return columns.getOrDefault(table, Map.of());
        }
    }

    CompatibilityContext(SchemaDiff diff) {
        before = new Side(diff.before());
        after = new Side(diff.after());
        types = new ValueTypes(diff);
        for (Change change : diff.changes()) {
            ObjectName name = change.name();
            if (change instanceof Change.Added) {
                if (name.kind() == ObjectKind.COLUMN) {
                    newColumns.add(name);
                } else if (!name.hasParent()) {
                    come.add(name.qualified());
                }
            } else if (change instanceof Change.Removed && !name.hasParent()) {
                gone.add(name.qualified());
            }
        }
    }

    ValueTypes types() {
        return types;
    }

    /** Whether a table had the name before. */
    boolean hadTable(String qualified) {
        return Optional.ofNullable(before.relations.get(qualified))
                .filter(relation -> relation.kind() == ObjectKind.TABLE || relation.kind() == ObjectKind.FOREIGN_TABLE)
                .isPresent();
    }

    /** Whether an object belongs to something that comes with it. */
    boolean comesWithItsParent(ObjectName name) {
        return name.hasParent() && come.contains(name.qualifiedParent());
    }

    /** Whether an object belongs to something that goes with it. */
    boolean goesWithItsParent(ObjectName name) {
        return name.hasParent() && gone.contains(name.qualifiedParent());
    }

    /** Whether there was a table or view of this qualified name, which the application knows. */
    boolean hadRelation(String qualified) {
        return before.relations.containsKey(qualified);
    }

    /** The table or view of this qualified name that is there now. */
    Optional<SchemaObject> relation(String qualified) {
        return Optional.ofNullable(after.relations.get(qualified));
    }

    /** The bounds of all partitions that are there now. */
    List<PartitionBound> partitions() {
        return after.relations.values().stream()
                .map(relation -> PartitionBound.of(relation.attribute("partition of")))
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isGone(String qualified) {
        return gone.contains(qualified);
    }

    /** Whether an object belongs to a view, now. */
    boolean isOfView(ObjectName name) {
        return relation(name.qualifiedParent())
                .filter(parent -> parent.kind().isView())
                .isPresent();
    }

    /** The column that is there now. */
    Optional<SchemaObject> column(String table, String name) {
        return Optional.ofNullable(after.columnsOf(table).get(name));
    }

    /** The columns that a relation had and that are not there now, under the same names. */
    List<SchemaObject> columnsGone(ObjectName relation) {
        Set<String> kept = after.columnsOf(relation.qualified()).keySet();
        return before.columnsOf(relation.qualified()).values().stream()
                .filter(column -> !kept.contains(column.name().name()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** The names of the columns that a relation had and has, by their places. */
    ColumnOrders columnOrders(ObjectName relation) {
        List<String> had = ordered(before.columnsOf(relation.qualified()));
        List<String> has = ordered(after.columnsOf(relation.qualified()));
        List<String> kept = had.stream().filter(has::contains).toList();
        int end = 1 + kept.stream().mapToInt(has::indexOf).max().orElse(-1);
        List<String> stand = IntStream.range(0, end)
                .filter(place -> had.contains(has.get(place)) || !isGone(place, had, has))
                .mapToObj(has::get)
                .toList();
        return new ColumnOrders(kept, stand);
    }

    /** Whether the column that had a place is gone: the one that has it now does not move the others. */
    private static boolean isGone(int place, List<String> had, List<String> has) {
        return place < had.size() && !has.contains(had.get(place));
    }

    /**
     * Where columns stand that were there and are.
     *
     * @param before how they stood
     * @param after how they stand, with new ones between them
     */
    record ColumnOrders(List<String> before, List<String> after) {

        boolean differ() {
            return !before.equals(after);
        }
    }

    private static List<String> ordered(Map<String, SchemaObject> columns) {
        return columns.values().stream()
                .sorted(Comparator.comparingInt(CompatibilityContext::position))
                .map(column -> column.name().name())
                .toList();
    }

    private static int position(SchemaObject column) {
        String position = column.attribute("position");
        return position.isEmpty() ? 0 : Integer.parseInt(position);
    }

    boolean isNewColumn(SchemaObject column) {
        return newColumns.contains(column.name());
    }

    /** The children of a table of one of these kinds, as they were. */
    Stream<SchemaObject> had(ObjectName part, Set<ObjectKind> kinds) {
        return parts(before, part, kinds);
    }

    /** The children of a table of one of these kinds, as they are. */
    Stream<SchemaObject> has(ObjectName part, Set<ObjectKind> kinds) {
        return parts(after, part, kinds);
    }

    /** All columns that the table of a part has now. */
    Stream<SchemaObject> columnsBeside(ObjectName part) {
        return after.columnsOf(part.qualifiedParent()).values().stream();
    }

    List<SchemaObject> objects(ObjectKind kind) {
        return after.schema.objects(kind);
    }

    private static Stream<SchemaObject> parts(Side side, ObjectName part, Set<ObjectKind> kinds) {
        return side.schema.objects().stream()
                .filter(object -> kinds.contains(object.kind())
                        && object.name().qualifiedParent().equals(part.qualifiedParent()));
    }

    /** A breach; the sentence begins with the name of the object. */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation is of a library that is not used
    static List<Breach> breach(Change change, Sort sort, String rest, Object... words) {
        String name = change.name().toString();
        String sentence = Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + rest.formatted(words);
        return List.of(new Breach(change, sort, sentence));
    }

    /** A column or a domain that holds values of another type. */
    List<Breach> retyped(Change.Changed change) {
        return switch (types.effect(change.from(), change.to())) {
            case NONE -> NONE;
            case NARROWER ->
                breach(
                        change,
                        Sort.NARROWED,
                        "is %s and no longer %s: what does not fit is refused%s.",
                        change.to(),
                        change.from(),
                        ROUNDED.matcher(change.to()).lookingAt() ? " or rounded" : "");
            case OTHER -> breach(change, Sort.CHANGED, "is %s and no longer %s.", change.to(), change.from());
        };
    }

    static List<Breach> gone(Change change) {
        return breach(change, Sort.GONE, "is gone.");
    }

    static List<Breach> renamed(Change.Renamed change) {
        return breach(
                change, Sort.RENAMED, "is called %s now.", change.after().name().qualified());
    }
}
