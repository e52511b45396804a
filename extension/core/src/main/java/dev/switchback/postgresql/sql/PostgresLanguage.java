package dev.switchback.postgresql.sql;

import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SqlLanguage;
import java.util.List;
import java.util.Set;

/** The language of PostgreSQL 14 and newer. */
public final class PostgresLanguage implements SqlLanguage {

    @Override
    public boolean sameType(String written, String read) {
        try {
            return TypeName.parse(written).means(TypeName.parse(read));
        } catch (NotUnderstood textOnly) {
            return PlainText.same(written, read);
        }
    }

    @Override
    public boolean sameExpression(String written, String read) {
        try {
            return Meaning.same(ExpressionParser.parse(written), ExpressionParser.parse(read));
        } catch (NotUnderstood textOnly) {
            return PlainText.same(written, read);
        }
    }

    @Override
    public boolean hasKeys(SchemaObject object, List<String> texts) {
        List<String> keys = KeyList.of(object.definition());
        List<String> written = KeyList.written(texts);
        if (keys.size() != written.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!sameKey(written.get(i), keys.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The names of the types that a database has without making them, in small letters. */
    public static Set<String> builtInTypes() {
        return TypeParser.names();
    }

    @Override
    public boolean isCosmetic(SchemaObject before, SchemaObject after, String attribute) {
        return CosmeticChange.is(before, after, attribute);
    }

    private static boolean sameKey(String written, String read) {
        try {
            return SortKeyParser.parse(written).means(SortKeyParser.parse(read));
        } catch (NotUnderstood textOnly) {
            return PlainText.same(written, read);
        }
    }
}
