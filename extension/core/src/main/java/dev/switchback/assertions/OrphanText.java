package dev.switchback.assertions;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.orphans.DeclaredRelation;
import dev.switchback.schema.orphans.OrphanSearch;
import dev.switchback.schema.orphans.Orphans;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.schema.rules.FrozenViolations;
import dev.switchback.schema.rules.UnfrozenViolations;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Says which rows refer to rows that are not there. */
final class OrphanText {

    private static final String RULE = "no-orphans";

    private OrphanText() {}

    static Optional<Mismatch> mismatch(DataSource database, List<DeclaredRelation> relations) {
        return mismatch(
                OrphanSearch.find(database, relations),
                "What is there already can be frozen in a file with hasNoOrphans(frozenIn(path)).");
    }

    static Optional<Mismatch> mismatch(DataSource database, FrozenViolations frozen, List<DeclaredRelation> relations) {
        List<Orphans> found = OrphanSearch.find(database, relations);
        UnfrozenViolations left = frozen.without(
                List.of(RULE), found.stream().map(OrphanText::line).toList());
        return mismatch(
                found.stream()
                        .filter(orphans -> left.lines().contains(line(orphans)))
                        .toList(),
                left.advice());
    }

    private static Optional<Mismatch> mismatch(List<Orphans> found, String advice) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String list = found.stream().map(OrphanText::of).collect(joining("\n\n"));
        return Optional.of(new Mismatch(
                "Rows refer to rows that are not there:\n\n" + list
                        + "\n\nAdd the rows that are missing, or mend or delete those that refer to them.\n\n" + advice,
                "",
                list));
    }

    /** Without the number of rows, which may change while nothing new goes wrong. */
    private static String line(Orphans orphans) {
        TableLink link = orphans.link();
        return FrozenViolations.line(
                RULE, link.key().<Object>map(SchemaObject::name).orElse(link));
    }

    private static String of(Orphans orphans) {
        return "  %s%s\n    %s without a counterpart: %s = %s"
                .formatted(
                        orphans.link(),
                        orphans.link().key().map(OrphanText::key).orElse(""),
                        rows(orphans.rows()),
                        columns(orphans.link().columns()),
                        examples(orphans));
    }

    private static String key(SchemaObject key) {
        String state = !key.attribute("enforced").isEmpty()
                ? ", which is not enforced"
                : key.attribute("valid").isEmpty()
                        ? ", which was switched off when they were written"
                        : ", which is not validated";
        return " by foreign key " + key.name().name() + state;
    }

    private static String columns(List<String> columns) {
        return columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")";
    }

    private static String examples(Orphans orphans) {
        long listed = orphans.examples().stream().mapToLong(Orphans.Key::rows).sum();
        return orphans.examples().stream()
                        .map(key -> key + (key.rows() == 1 ? "" : " (" + rows(key.rows()) + ")"))
                        .collect(joining(", "))
                + (listed < orphans.rows() ? ", and others" : "");
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
