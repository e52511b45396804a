package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** The identity of a column, and the sequence behind it. */
final class IdentityWriter {

    private IdentityWriter() {}

    /** The statements that cannot be part of making an identity: the sequence has another type than the column. */
    static void afterCreate(SchemaObject column, DdlContext context) {
        Identity.of(column)
                .filter(identity -> !identity.type().equals(column.attribute("type")))
                .ifPresent(identity -> add(context, type(identity)));
    }

    static void alter(Alteration alteration, String alterColumn, DdlContext context) {
        Optional<Identity> before = Identity.of(alteration.before());
        Optional<Identity> after = Identity.of(alteration.after());
        if (alteration.take("identity")) {
            if (after.isEmpty()) {
                add(context, alterColumn + " DROP IDENTITY");
            } else if (before.isEmpty()) {
                add(context, alterColumn + " ADD GENERATED " + after.get().text());
                afterCreate(alteration.after(), context);
            } else {
                change(before.get(), after.get(), alterColumn, context);
            }
        }
        if (after.isEmpty()) {
            alteration.take("sequence comment", "sequence grants", "sequence revoked", "sequence persistence");
            return;
        }
        String sequence = "SEQUENCE " + after.get().sequence();
        if (alteration.take("sequence persistence")) {
            add(context, "ALTER " + sequence + persistence(alteration, context));
        }
        context.comment(alteration, "sequence comment", sequence);
        context.privileges(alteration, "sequence grants", "sequence revoked", sequence, "");
    }

    /** That of the table, where nothing is said. */
    private static String persistence(Alteration alteration, DdlContext context) {
        String own = alteration.to("sequence persistence");
        boolean isUnlogged = own.isEmpty()
                ? context.to()
                        .parentOf(alteration.after())
                        .filter(table -> table.attribute("persistence").equals("unlogged"))
                        .isPresent()
                : own.equals("unlogged");
        return isUnlogged ? " SET UNLOGGED" : " SET LOGGED";
    }

    private static void change(Identity before, Identity after, String alterColumn, DdlContext context) {
        if (!before.sequence().equals(after.sequence())) {
            String name = after.sequence().substring(after.sequence().lastIndexOf('.') + 1);
            add(context, "ALTER SEQUENCE " + before.sequence() + " RENAME TO " + name);
        }
        if (!before.kind().equals(after.kind())) {
            add(context, alterColumn + " SET GENERATED " + after.kind());
        }
        if (!before.type().equals(after.type())) {
            add(context, type(after));
        }
        List<String> options = SequenceOptions.change(before.options(), after.options());
        if (!options.isEmpty()) {
            add(context, alterColumn + " SET " + String.join(" SET ", options));
        }
    }

    private static String type(Identity identity) {
        return "ALTER SEQUENCE " + identity.sequence() + " AS " + identity.type();
    }

    private static void add(DdlContext context, String statement) {
        context.draft().add(ObjectKind.COLUMN, statement);
    }
}
