package dev.switchback.schema;

import dev.switchback.schema.Change.Changed;
import java.util.Iterator;
import java.util.List;

/** Tells what sort of difference a changed attribute is. */
final class Natures {

    private Natures() {}

    static Nature of(Changed change) {
        return switch (change.attribute()) {
            case Attributes.COLUMN_ORDER -> Nature.COLUMN_ORDER;
            case Attributes.VALUES -> onlyMore(change) ? Nature.ENUM_VALUES_LEFT : Nature.STRUCTURE;
            case Attributes.BODY -> cosmetic(SqlText.bare(change.from()), SqlText.bare(change.to()));
            case Attributes.EXPRESSION ->
                change.before().kind() == ObjectKind.CHECK
                        ? cosmetic(SqlText.listsSorted(change.from()), SqlText.listsSorted(change.to()))
                        : Nature.STRUCTURE;
            default -> Nature.STRUCTURE;
        };
    }

    private static Nature cosmetic(String before, String after) {
        return before.equals(after) ? Nature.COSMETIC : Nature.STRUCTURE;
    }

    private static boolean onlyMore(Changed change) {
        List<String> before = SqlText.literals(change.from());
        Iterator<String> expected = before.iterator();
        String next = expected.hasNext() ? expected.next() : null;
        for (String value : SqlText.literals(change.to())) {
            if (value.equals(next)) {
                next = expected.hasNext() ? expected.next() : null;
            }
        }
        return next == null;
    }
}
