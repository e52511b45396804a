package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The context of a writer: where the schema is, where it is to go, and what has been written so far. */
final class DdlContext {

    private final SchemaLookup from;
    private final SchemaLookup to;
    private final StatementName address;
    private final boolean keysApart;
    private final boolean isOfOneDatabase;
    private final StatementDraft draft = new StatementDraft();
    private final Set<ObjectName> dropped = new HashSet<>();
    private final Set<String> droppedTables = new HashSet<>();
    private final Set<ObjectName> made = new HashSet<>();
    private final Set<ObjectName> renamed = new HashSet<>();

    DdlContext(SchemaDiff diff) {
        this(diff, false);
    }

    private DdlContext(SchemaDiff diff, boolean keysApart) {
        this.keysApart = keysApart;
        String origin = diff.before().origin();
        isOfOneDatabase = !origin.isEmpty() && origin.equals(diff.after().origin());
        from = new SchemaLookup(diff.before());
        to = new SchemaLookup(diff.after());
        address = new StatementName(to);
        for (Change change : diff.changes()) {
            if (change instanceof Change.Removed removed) {
                dropped.add(removed.name());
                if (removed.name().kind() == ObjectKind.TABLE) {
                    droppedTables.add(StatementName.of(removed.name()));
                }
            } else if (change instanceof Change.Renamed rename) {
                renamed.add(rename.after().name());
            }
        }
    }

    /** A whole schema, in which no table says in its own statement what its foreign keys are. */
    static DdlContext whole(Schema schema) {
        return new DdlContext(new SchemaDiff(Schema.none(), schema, List.of()), true);
    }

    /** Whether a constraint that is not named would get another name than it usually does. */
    boolean needsName(String notNull) {
        return keysApart && to.isNameOfNotNull(notNull);
    }

    /** Whether foreign keys are statements of their own. */
    boolean keepsKeysApart() {
        return keysApart;
    }

    /** Notes that the statement that makes an object is written. */
    void made(ObjectName name) {
        made.add(name);
    }

    boolean isMade(ObjectName name) {
        return made.contains(name);
    }

    boolean isDropped(ObjectName name) {
        return dropped.contains(name);
    }

    /** Whether a table that statements call so is dropped. */
    boolean isDropped(String address) {
        return droppedTables.contains(address);
    }

    /** Whether an object has this name only now. */
    boolean isRenamed(ObjectName name) {
        return renamed.contains(name);
    }

    /** Whether an object is known to be the same one before and after, whatever became of it. */
    boolean areOne(SchemaObject before, SchemaObject after) {
        return isOfOneDatabase && before.identity() != 0 && before.identity() == after.identity();
    }

    SchemaLookup from() {
        return from;
    }

    SchemaLookup to() {
        return to;
    }

    /** How objects of the schema to be are called. */
    StatementName address() {
        return address;
    }

    StatementDraft draft() {
        return draft;
    }

    /** Whether an object was there and stays. */
    boolean stays(SchemaObject object) {
        return from.find(object.name()).isPresent() && to.find(object.name()).isPresent();
    }

    /** Owner, comment and privileges, which most kinds have. */
    void common(Alteration alteration, String privilegesOn) {
        SchemaObject after = alteration.after();
        String typed = address.typed(after.name());
        if (alteration.take("owner")) {
            String owner = alteration.to("owner");
            draft.add(
                    after.kind(),
                    "ALTER " + typed + " OWNER TO "
                            + (owner.isEmpty() ? "CURRENT_USER" : SqlName.quoteIfNeeded(owner)));
        }
        comment(alteration, "comment", typed);
        privileges(alteration, "grants", "revoked", privilegesOn, "");
    }

    void common(Alteration alteration) {
        common(alteration, address.typed(alteration.after().name()));
    }

    /**
     * The extensions with which an object goes.
     *
     * @param alter the words with which the statement begins: {@code ALTER INDEX public.person_idx}
     */
    void extensions(Alteration alteration, String alter) {
        String attribute = "depends on extension";
        if (!alteration.take(attribute)) {
            return;
        }
        List<String> before = ListedNames.split(alteration.from(attribute));
        List<String> after = ListedNames.split(alteration.to(attribute));
        ObjectKind kind = alteration.after().kind();
        before.stream()
                .filter(extension -> !after.contains(extension))
                .forEach(extension ->
                        draft.add(kind, alter + " NO DEPENDS ON EXTENSION " + SqlName.quoteIfNeeded(extension)));
        after.stream()
                .filter(extension -> !before.contains(extension))
                .forEach(extension ->
                        draft.add(kind, alter + " DEPENDS ON EXTENSION " + SqlName.quoteIfNeeded(extension)));
    }

    void comment(Alteration alteration, String attribute, String typed) {
        if (alteration.take(attribute)) {
            String comment = alteration.to(attribute);
            draft.add(
                    alteration.after().kind(),
                    "COMMENT ON " + typed + " IS " + (comment.isEmpty() ? "NULL" : SqlName.literal(comment)));
        }
    }

    void privileges(Alteration alteration, String grants, String revoked, String on, String columns) {
        if (alteration.take(grants, revoked)) {
            SchemaObject after = alteration.after();
            String owner = after.name().hasParent()
                    ? to.parentOf(after)
                            .map(parent -> parent.attribute("owner"))
                            .orElse("")
                    : after.attribute("owner");
            new Grants(on, columns, owner)
                    .change(
                            alteration.from(grants),
                            alteration.to(grants),
                            alteration.from(revoked),
                            alteration.to(revoked))
                    .forEach(statement -> draft.add(after.kind(), statement));
        }
    }
}
