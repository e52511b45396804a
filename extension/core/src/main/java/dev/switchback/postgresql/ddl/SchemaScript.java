package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.postgresql.ddl.Inheritance.Partition;
import dev.switchback.postgresql.ddl.ScriptPiece.Part;
import dev.switchback.postgresql.ddl.ScriptPiece.Section;
import dev.switchback.postgresql.ddl.StatementDraft.Made;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SqlBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A whole schema in SQL, object by object. */
final class SchemaScript {

    /** Bodies may speak of what comes later, and are the author's own text. */
    private static final SqlBlock SETTINGS =
            new SqlBlock("settings", List.of("SET check_function_bodies = false"), List.of());

    private final DdlContext context;
    private final KindWriters writers;
    private final Map<ObjectName, ScriptPiece> pieces = new LinkedHashMap<>();
    private final List<ScriptPiece> keys = new ArrayList<>();

    /** The kinds that come after all else that belongs to a table. */
    private final Map<ScriptPiece, Part> attachments = new LinkedHashMap<>();

    /** By the parent's name: what an index that is not valid is still to be without. */
    private final Map<String, List<String>> partitions = new HashMap<>();

    private SchemaScript(Schema schema, KindWriters writers) {
        this.context = DdlContext.whole(schema);
        this.writers = writers;
        for (SchemaObject table : schema.objects(ObjectKind.TABLE)) {
            Partition.of(table.attribute("partition of")).ifPresent(place -> partitions
                    .computeIfAbsent(place.parent(), parent -> new ArrayList<>())
                    .add(StatementName.of(table.name())));
        }
    }

    static List<SqlBlock> of(Schema schema, KindWriters writers) {
        SchemaScript script = new SchemaScript(schema, writers);
        schema.objects().forEach(script::add);
        script.attachments.forEach(ScriptPiece::add);
        List<ScriptPiece> all = new ArrayList<>(InitialObjects.missing(schema));
        all.addAll(script.pieces.values());
        all.addAll(script.keys);
        List<SqlBlock> blocks = new ArrayList<>();
        blocks.add(SETTINGS);
        blocks.addAll(ScriptOrder.of(all));
        return List.copyOf(blocks);
    }

    private void add(SchemaObject object) {
        Optional<ScriptPiece> owner = context.to().parentOf(object).map(parent -> pieces.get(parent.name()));
        if (PostgresDdlWriter.comesWithParent(object, context)) {
            owner.ifPresent(piece -> piece.remark(UnwritableRemarks.ofPart(object)));
            return;
        }
        boolean written = writers.of(object.kind()).create(object, context);
        List<Made> made = InitialObjects.adapted(object, context);
        List<String> remarks =
                written ? UnwritableRemarks.beside(object, context) : UnwritableRemarks.instead(object, context.to());
        if (owner.isPresent()) {
            part(owner.get(), object, statements(object, made, kind -> true));
            owner.get().remark(remarks);
            return;
        }
        List<String> statements = statements(object, made, kind -> !comesLater(object.kind(), kind));
        if (object.kind() == ObjectKind.BASE_TYPE && statements.size() > 1) {
            baseType(object, statements, remarks);
            return;
        }
        ScriptPiece piece = new ScriptPiece(
                object.name().toString(),
                section(object),
                address(object),
                statements,
                mentions(object, statements, context));
        piece.remark(remarks);
        pieces.put(object.name(), piece);
        List<String> rest = statements(object, made, kind -> comesLater(object.kind(), kind));
        if (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.FOREIGN_TABLE) {
            keys(object, rest.stream().filter(each -> !isAttachment(each)).toList());
            rest.stream()
                    .filter(SchemaScript::isAttachment)
                    .forEach(each -> attachments.put(piece, new Part(List.of(each), NameReferences.in(List.of(each)))));
        } else {
            part(piece, object, rest);
        }
    }

    private static boolean isAttachment(String statement) {
        return statement.startsWith("ALTER TABLE ") && statement.contains(" ATTACH PARTITION ");
    }

    /** Whether what makes an object must be there, and perhaps more, before this can be said of it. */
    private static boolean comesLater(ObjectKind kind, ObjectKind statement) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> statement == ObjectKind.FOREIGN_KEY || statement == ObjectKind.INDEX;
            case SEQUENCE -> statement != kind;
            default -> false;
        };
    }

    private static List<String> statements(SchemaObject object, List<Made> made, Predicate<ObjectKind> wanted) {
        return made.stream()
                .filter(each -> wanted.test(each.kind()))
                .map(each -> StatementLayout.of(object, each.statement()))
                .toList();
    }

    /** Its functions stand on a shell, and all others on the type. */
    private void baseType(SchemaObject type, List<String> statements, List<String> remarks) {
        pieces.put(
                type.name(),
                new ScriptPiece(
                        type.name().toString(), Section.TYPE, address(type), statements.subList(0, 1), Set.of()));
        List<String> rest = statements.stream()
                .skip(1)
                .sorted(Comparator.comparing(statement -> !statement.startsWith("CREATE ")))
                .toList();
        ScriptPiece whole = new ScriptPiece(
                        type.name() + ", continued", Section.ROUTINE, address(type), rest, NameReferences.in(rest))
                .completing();
        whole.remark(remarks);
        keys.add(whole);
    }

    private void part(ScriptPiece piece, SchemaObject object, List<String> statements) {
        if (!statements.isEmpty()) {
            Set<String> mentions = new LinkedHashSet<>(NameReferences.in(statements));
            if (!object.attribute("valid").isEmpty()) {
                mentions.addAll(partitions.getOrDefault(object.name().qualifiedParent(), List.of()));
            }
            piece.add(new Part(statements, mentions));
        }
    }

    private void keys(SchemaObject table, List<String> statements) {
        if (!statements.isEmpty()) {
            keys.add(new ScriptPiece(
                    "foreign keys of " + table.name(),
                    Section.KEY,
                    Optional.empty(),
                    statements,
                    NameReferences.in(statements)));
        }
    }

    private static Optional<String> address(SchemaObject object) {
        return object.name().schema().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        object.kind() == ObjectKind.OPERATOR
                                ? SqlName.quoteIfNeeded(object.name().schema()) + "."
                                        + StatementName.local(object.name())
                                : StatementName.of(object.name()));
    }

    /** The objects that have to be there first: what the body of a routine names is looked for only when it runs. */
    private static Set<String> mentions(SchemaObject object, List<String> statements, DdlContext context) {
        if (object.kind() == ObjectKind.SEQUENCE && SerialShorthand.isMadeByItsColumn(object, context)) {
            return context.to().column(object.attribute("owned by")).stream()
                    .map(column -> StatementName.parent(column.name()))
                    .collect(Collectors.toSet());
        }
        boolean hasBody = object.kind() == ObjectKind.FUNCTION || object.kind() == ObjectKind.PROCEDURE;
        return NameReferences.in(
                hasBody ? statements.stream().map(SchemaScript::withoutBody).toList() : statements);
    }

    private static String withoutBody(String routine) {
        int body = routine.indexOf("\nAS ");
        return body < 0 ? routine : routine.substring(0, body);
    }

    /** Casts without a function, which make two types the same in storage, come first: functions of other casts may need them. */
    private static Section section(SchemaObject object) {
        return object.kind() == ObjectKind.CAST && object.definition().startsWith("without function")
                ? Section.TYPE
                : section(object.kind());
    }

    private static Section section(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> Section.SCHEMA;
            case EXTENSION -> Section.EXTENSION;
            case LANGUAGE, ACCESS_METHOD, FOREIGN_DATA_WRAPPER -> Section.LANGUAGE;
            case FOREIGN_SERVER, USER_MAPPING -> Section.SERVER;
            case COLLATION, CONVERSION, ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> Section.TYPE;
            case TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION ->
                Section.TEXT_SEARCH;
            case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS, CAST, TRANSFORM ->
                Section.ROUTINE;
            case SEQUENCE -> Section.SEQUENCE;
            case TABLE,
                    FOREIGN_TABLE,
                    COLUMN,
                    PRIMARY_KEY,
                    UNIQUE,
                    FOREIGN_KEY,
                    CHECK,
                    EXCLUSION,
                    INDEX,
                    RULE,
                    TRIGGER,
                    POLICY,
                    STATISTICS -> Section.TABLE;
            case VIEW, MATERIALIZED_VIEW -> Section.VIEW;
            case EVENT_TRIGGER, PUBLICATION, SUBSCRIPTION, DEFAULT_PRIVILEGES, LARGE_OBJECT, BUILT_IN -> Section.REST;
        };
    }
}
