package dev.switchback.schema.compatibility;

import static dev.switchback.schema.compatibility.CompatibilityContext.NONE;
import static dev.switchback.schema.compatibility.CompatibilityContext.breach;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.compatibility.Breach.Sort;
import dev.switchback.text.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges tables and views. */
final class RelationJudge {

    private final CompatibilityContext judgement;

    RelationJudge(CompatibilityContext judgement) {
        this.judgement = judgement;
    }

    List<Breach> judge(Change change) {
        if (change instanceof Changed changed) {
            return changed(changed);
        }
        Optional<ObjectName> standIn =
                judgement.relation(change.name().qualified()).map(relation -> relation.name());
        if (change instanceof Removed) {
            return standIn.map(other -> columns(change, other)).orElseGet(() -> CompatibilityContext.gone(change));
        } else if (change instanceof Renamed renamed) {
            return standIn.map(other -> columns(change, other)).orElseGet(() -> CompatibilityContext.renamed(renamed));
        }
        return NONE;
    }

    /** The breaches unless the object under the name that the application knows has all the columns. */
    private List<Breach> columns(Change change, ObjectName standIn) {
        return Stream.of(gone(change, standIn), order(change, standIn), rows(change, standIn))
                .flatMap(breaches -> breaches)
                .toList();
    }

    private Stream<Breach> gone(Change change, ObjectName standIn) {
        List<String> columns = judgement.columnsGone(change.name()).stream()
                .map(column -> column.name().qualified())
                .toList();
        if (columns.isEmpty()) {
            return Stream.empty();
        }
        String reason = columns.size() == 1
                ? "Column %s is gone: %s does not have it."
                : "Columns %s are gone: %s does not have them.";
        return Stream.of(new Breach(change, Sort.GONE, reason.formatted(Enumeration.of(columns), standIn)));
    }

    private static Stream<Breach> rows(Change change, ObjectName standIn) {
        boolean tookRows =
                change.name().kind() == ObjectKind.TABLE || change.name().kind() == ObjectKind.FOREIGN_TABLE;
        return tookRows && standIn.kind() == ObjectKind.MATERIALIZED_VIEW
                ? Stream.of(new Breach(
                        change,
                        Sort.NARROWED,
                        "%s takes the place of %s: rows that are written are refused."
                                .formatted(
                                        standIn.toString().substring(0, 1).toUpperCase(Locale.ROOT)
                                                + standIn.toString().substring(1),
                                        change.name())))
                : Stream.empty();
    }

    /** Of a table that stays it is a change of its own. */
    private Stream<Breach> order(Change change, ObjectName standIn) {
        CompatibilityContext.ColumnOrders orders = judgement.columnOrders(change.name());
        return orders.differ()
                ? Stream.of(new Breach(
                        change,
                        Sort.CHANGED,
                        "The columns of %s are in another order (%s, and no longer %s): a row that is read or written without naming them gets mixed up."
                                .formatted(
                                        standIn,
                                        String.join(", ", orders.after()),
                                        String.join(", ", orders.before()))))
                : Stream.empty();
    }

    private List<Breach> changed(Changed change) {
        String from = change.from();
        String to = change.to();
        return switch (change.attribute()) {
            case "definition" -> columns(change, change.after().name());
            case "options" -> isView(change) ? viewOptions(change) : NONE;
            case "populated" ->
                to.isEmpty()
                        ? NONE
                        : breach(change, Sort.HIDDEN, "is not populated: it cannot be read until it is refreshed.");
            case "persistence" ->
                to.isEmpty() ? NONE : breach(change, Sort.CHANGED, "is unlogged: its rows do not survive a crash.");
            case "row security" -> rowSecurity(change);
            case "partition of" -> partition(change);
            case "inherits" -> from.isEmpty() || to.startsWith(from) ? NONE : noLongerPartOf(change, from);
            case "column order" ->
                breach(
                        change,
                        Sort.CHANGED,
                        "has its columns in another order (%s): a row that is written without naming them gets mixed up.",
                        to);
            default -> NONE;
        };
    }

    private List<Breach> partition(Changed change) {
        Optional<PartitionBound> before = PartitionBound.of(change.from());
        if (before.isEmpty()) {
            return NONE;
        }
        String parent = before.get().parent();
        boolean isStillPart = PartitionBound.of(change.to())
                .filter(after -> after.parent().equals(parent))
                .isPresent();
        if (!isStillPart) {
            return noLongerPartOf(change, change.from());
        }
        return before.get().isCoveredBy(judgement.partitions())
                ? NONE
                : breach(
                        change,
                        Sort.NARROWED,
                        "takes other rows of %s (%s, and no longer %s): rows that no partition takes are refused.",
                        parent,
                        change.to().substring(parent.length() + 1),
                        change.from().substring(parent.length() + 1));
    }

    private static List<Breach> noLongerPartOf(Change change, String other) {
        return breach(change, Sort.GONE, "is no longer part of %s: its rows are not found there as they were.", other);
    }

    private static boolean isView(Change change) {
        return change.name().kind() == ObjectKind.VIEW;
    }

    private static List<Breach> viewOptions(Changed change) {
        if (isNew(change, "security_invoker")) {
            return breach(
                    change,
                    Sort.HIDDEN,
                    "reads its tables with the rights of who asks: roles that have none on the tables are refused.");
        }
        return isNew(change, "check_option")
                ? breach(change, Sort.NARROWED, "refuses rows that it would not show (check option).")
                : NONE;
    }

    private static boolean isNew(Changed change, String option) {
        return has(change.to(), option) && !has(change.from(), option);
    }

    private static boolean has(String options, String option) {
        return options.contains(option + "=") && !options.matches(".*\\b" + option + "=(false|off|no|0)\\b.*");
    }

    private static List<Breach> rowSecurity(Changed change) {
        if (change.to().contains("enabled") && !change.from().contains("enabled")) {
            return breach(change, Sort.HIDDEN, "has row security: rows that no policy allows are hidden and refused.");
        }
        return change.to().contains("enabled")
                        && change.to().contains("forced")
                        && !change.from().contains("forced")
                ? breach(change, Sort.HIDDEN, "has row security for its owner, too.")
                : NONE;
    }
}
