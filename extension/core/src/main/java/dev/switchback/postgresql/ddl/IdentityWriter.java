package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** The identity of a column, and the sequence behind it. */
final class IdentityWriter {

    private IdentityWriter() {}

    /** The statements that cannot be part of making an identity: the sequence has another type than the column. */
    static void afterCreate(SchemaObject column, DdlContext task) {
        Identity.of(column)
                .filter(identity -> !identity.type().equals(column.attribute("type")))
                .ifPresent(identity -> add(task, type(identity)));
    }

    static void alter(Alteration alteration, String alterColumn, DdlContext task) {
        Optional<Identity> before = Identity.of(alteration.before());
        Optional<Identity> after = Identity.of(alteration.after());
        if (alteration.take("identity")) {
            if (after.isEmpty()) {
                add(task, alterColumn + " DROP IDENTITY");
            } else if (before.isEmpty()) {
                add(task, alterColumn + " ADD GENERATED " + after.get().text());
                afterCreate(alteration.after(), task);
            } else {
                change(before.get(), after.get(), alterColumn, task);
            }
        }
        if (after.isEmpty()) {
            alteration.take("sequence comment", "sequence grants", "sequence revoked", "sequence persistence");
            return;
        }
        String sequence = "SEQUENCE " + after.get().sequence();
        if (alteration.take("sequence persistence")) {
            add(task, "ALTER " + sequence + persistence(alteration, task));
        }
        task.comment(alteration, "sequence comment", sequence);
        task.privileges(alteration, "sequence grants", "sequence revoked", sequence, "");
    }

    /** That of the table, where nothing is said. */
    private static String persistence(Alteration alteration, DdlContext task) {
        String own = alteration.to("sequence persistence");
        boolean isUnlogged = own.isEmpty()
                ? task.to()
                        .parentOf(alteration.after())
                        .filter(table -> table.attribute("persistence").equals("unlogged"))
                        .isPresent()
                : own.equals("unlogged");
        return isUnlogged ? " SET UNLOGGED" : " SET LOGGED";
    }

    private static void change(Identity before, Identity after, String alterColumn, DdlContext task) {
        if (!before.sequence().equals(after.sequence())) {
            String name = after.sequence().substring(after.sequence().lastIndexOf('.') + 1);
            add(task, "ALTER SEQUENCE " + before.sequence() + " RENAME TO " + name);
        }
        if (!before.kind().equals(after.kind())) {
            add(task, alterColumn + " SET GENERATED " + after.kind());
        }
        if (!before.type().equals(after.type())) {
            add(task, type(after));
        }
        List<String> options = SequenceOptions.change(before.options(), after.options());
        if (!options.isEmpty()) {
            add(task, alterColumn + " SET " + String.join(" SET ", options));
        }
    }

    private static String type(Identity identity) {
        return "ALTER SEQUENCE " + identity.sequence() + " AS " + identity.type();
    }

    private static void add(DdlContext task, String statement) {
        task.draft().add(ObjectKind.COLUMN, statement);
    }
}
