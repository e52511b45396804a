package dev.switchback.schema;

import dev.switchback.schema.Change.Changed;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Tells what sort of difference a changed attribute is. */
final class ChangeCategories {

    /** Elsewhere white space may mean something, and a comment may begin otherwise. */
    private static final Set<String> FREE_OF_LAYOUT = Set.of("sql", "plpgsql");

    private ChangeCategories() {}

    static ChangeCategory of(Changed change) {
        return switch (change.attribute()) {
            case Attributes.COLUMN_ORDER -> ChangeCategory.COLUMN_ORDER;
            case Attributes.VALUES -> onlyMore(change) ? ChangeCategory.ENUM_VALUES_LEFT : ChangeCategory.STRUCTURE;
            case Attributes.BODY ->
                isFreeOfLayout(change.before()) && isFreeOfLayout(change.after())
                        ? cosmetic(SqlText.bare(change.from()), SqlText.bare(change.to()))
                        : ChangeCategory.STRUCTURE;
            case Attributes.EXPRESSION ->
                change.before().kind() == ObjectKind.CHECK
                        ? cosmetic(SqlText.listsSorted(change.from()), SqlText.listsSorted(change.to()))
                        : ChangeCategory.STRUCTURE;
            default -> ChangeCategory.STRUCTURE;
        };
    }

    private static boolean isFreeOfLayout(SchemaObject routine) {
        return FREE_OF_LAYOUT.contains(routine.attribute(Attributes.LANGUAGE));
    }

    private static ChangeCategory cosmetic(String before, String after) {
        return before.equals(after) ? ChangeCategory.COSMETIC : ChangeCategory.STRUCTURE;
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
