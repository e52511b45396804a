package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.postgresql.ddl.ScriptPiece.Section;
import dev.switchback.postgresql.ddl.StatementDraft.Made;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The objects that a database has when it was just made, so that a script changes them or takes them away. */
final class InitialObjects {

    private static final ObjectName PUBLIC = ObjectName.of(ObjectKind.SCHEMA, "", "public");
    private static final ObjectName PLPGSQL = ObjectName.of(ObjectKind.EXTENSION, "", "plpgsql");

    private static final String USUAL_COMMENT = "standard public schema";

    private static final SchemaObject USUAL_PLPGSQL = SchemaObject.of(
            PLPGSQL,
            "version 1.0",
            Map.of("version", "1.0", "in schema", "pg_catalog", "comment", "PL/pgSQL procedural language"));

    private InitialObjects() {}

    /** Pieces that take away what the schema lacks. */
    static List<ScriptPiece> missing(Schema schema) {
        List<ScriptPiece> pieces = new ArrayList<>();
        if (schema.find(ObjectKind.SCHEMA, "public").isEmpty()) {
            pieces.add(drop(PUBLIC, Section.SCHEMA));
        }
        if (schema.find(ObjectKind.EXTENSION, "plpgsql").isEmpty()) {
            pieces.add(drop(PLPGSQL, Section.EXTENSION));
        }
        return pieces;
    }

    private static ScriptPiece drop(ObjectName name, Section section) {
        String kind = name.kind() == ObjectKind.SCHEMA ? "SCHEMA " : "EXTENSION ";
        return new ScriptPiece(
                name.toString(),
                section,
                Optional.empty(),
                List.of("DROP " + kind + "IF EXISTS " + name.name()),
                Set.of());
    }

    /** The statements that were written for an object, which may be there already, alone or with another. */
    static List<Made> adapted(SchemaObject object, DdlContext context) {
        List<Made> made = context.draft().take(object.kind());
        return switch (object.kind()) {
            case EXTENSION -> extension(object, made);
            case SCHEMA -> object.name().equals(PUBLIC) ? schema(object, made) : made;
            case CAST -> isOfRange(object, context) ? made.subList(1, made.size()) : made;
            default -> made;
        };
    }

    /** The objects that an extension brings along; its comment may have been changed. */
    private static List<Made> extension(SchemaObject extension, List<Made> made) {
        if (isUsualPlpgsql(extension)) {
            return List.of();
        }
        String comment = "COMMENT ON EXTENSION "
                + SqlName.quoteIfNeeded(extension.name().name()) + " IS " + literal(extension.attribute("comment"));
        return Stream.concat(made.stream().map(Made::statement), Stream.of(comment))
                .map(statement -> extension.name().equals(PLPGSQL)
                        ? statement.replace("CREATE EXTENSION ", "CREATE EXTENSION IF NOT EXISTS ")
                        : statement)
                .map(statement -> new Made(ObjectKind.EXTENSION, statement))
                .toList();
    }

    /** Whether only the digest of its functions, which no script says, tells it from the usual one. */
    private static boolean isUsualPlpgsql(SchemaObject extension) {
        Map<String, String> said = new TreeMap<>(extension.attributes());
        said.remove("functions and comments");
        return extension.name().equals(PLPGSQL)
                && extension.definition().equals(USUAL_PLPGSQL.definition())
                && said.equals(USUAL_PLPGSQL.attributes());
    }

    /** The schema; the rights of everybody in it depend on the server's version. */
    private static List<Made> schema(SchemaObject schema, List<Made> made) {
        List<Made> adapted = new ArrayList<>();
        adapted.add(new Made(ObjectKind.SCHEMA, "CREATE SCHEMA IF NOT EXISTS public"));
        adapted.add(new Made(ObjectKind.SCHEMA, "REVOKE ALL ON SCHEMA public FROM PUBLIC"));
        String comment = schema.attribute("comment");
        if (comment.isEmpty()) {
            adapted.add(new Made(ObjectKind.SCHEMA, "COMMENT ON SCHEMA public IS NULL"));
        }
        made.stream()
                .skip(1)
                .filter(each ->
                        !comment.equals(USUAL_COMMENT) || !each.statement().startsWith("COMMENT "))
                .forEach(adapted::add);
        return adapted;
    }

    private static String literal(String comment) {
        return comment.isEmpty() ? "NULL" : SqlName.literal(comment);
    }

    /** A range type brings the cast to its multirange type along. */
    static boolean isOfRange(SchemaObject cast, DdlContext context) {
        return context.to().all(ObjectKind.RANGE_TYPE).stream().anyMatch(range -> cast.name()
                .name()
                .equals(StatementName.of(range.name()) + " as " + range.attribute("multirange type")));
    }
}
