package dev.switchback.schema;

import java.util.Iterator;

/** Tells what sort of difference a changed attribute is. */
final class ChangeCategories {

    private final Schema schema;

    /** @param schema whose product's language the attributes are in */
    ChangeCategories(Schema schema) {
        this.schema = schema;
    }

    ChangeCategory of(ObjectPair pair, String attribute, String from, String to) {
        return switch (attribute) {
            case Attributes.VALUES -> onlyMore(from, to) ? ChangeCategory.ENUM_VALUES_LEFT : ChangeCategory.STRUCTURE;
            default ->
                schema.language().isCosmetic(pair.before(), pair.after(), attribute)
                        ? ChangeCategory.COSMETIC
                        : ChangeCategory.STRUCTURE;
        };
    }

    private static boolean onlyMore(String from, String to) {
        Iterator<String> expected = SqlText.literals(from).iterator();
        String next = expected.hasNext() ? expected.next() : null;
        for (String value : SqlText.literals(to)) {
            if (value.equals(next)) {
                next = expected.hasNext() ? expected.next() : null;
            }
        }
        return next == null;
    }
}
