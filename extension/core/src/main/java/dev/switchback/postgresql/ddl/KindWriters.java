package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;

/** The writers, by the kind of object that they write. */
final class KindWriters {

    private final ColumnWriter columns = new ColumnWriter();
    private final ConstraintWriter constraints = new ConstraintWriter();
    private final TableWriter tables = new TableWriter(columns, constraints);
    private final ViewWriter views = new ViewWriter(columns);
    private final TypeWriter types = new TypeWriter(columns, constraints);
    private final KindWriter namespaces = new NamespaceWriter();
    private final KindWriter sequences = new SequenceWriter();
    private final KindWriter baseTypes = new BaseTypeWriter();
    private final KindWriter indexes = new IndexWriter();
    private final KindWriter statistics = new StatisticsWriter();
    private final KindWriter routines = new RoutineWriter();
    private final KindWriter triggers = new TriggerWriter();
    private final KindWriter policies = new PolicyWriter();
    private final KindWriter eventTriggers = new EventTriggerWriter();
    private final KindWriter operators = new OperatorWriter();
    private final KindWriter operatorClasses = new OperatorClassWriter();
    private final KindWriter languages = new LanguageWriter();
    private final KindWriter texts = new TextWriter();
    private final KindWriter foreign = new ForeignWriter();
    private final KindWriter publications = new PublicationWriter();
    private final KindWriter defaultPrivileges = new DefaultPrivilegesWriter();
    private final KindWriter largeObjects = new LargeObjectWriter();
    private final KindWriter builtIns = new BuiltInWriter();

    KindWriter of(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA, EXTENSION -> namespaces;
            case LANGUAGE, ACCESS_METHOD, CAST, TRANSFORM -> languages;
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> types;
            case BASE_TYPE -> baseTypes;
            case TABLE, FOREIGN_TABLE -> tables;
            case VIEW, MATERIALIZED_VIEW -> views;
            case SEQUENCE -> sequences;
            case COLUMN -> columns;
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION -> constraints;
            case INDEX -> indexes;
            case RULE, TRIGGER -> triggers;
            case POLICY -> policies;
            case STATISTICS -> statistics;
            case FUNCTION, PROCEDURE, AGGREGATE -> routines;
            case OPERATOR -> operators;
            case OPERATOR_FAMILY, OPERATOR_CLASS -> operatorClasses;
            case COLLATION,
                    CONVERSION,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION -> texts;
            case FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING -> foreign;
            case EVENT_TRIGGER -> eventTriggers;
            case PUBLICATION, SUBSCRIPTION -> publications;
            case DEFAULT_PRIVILEGES -> defaultPrivileges;
            case LARGE_OBJECT -> largeObjects;
            case BUILT_IN -> builtIns;
        };
    }
}
