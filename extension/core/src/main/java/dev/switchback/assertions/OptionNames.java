package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that options can have. */
final class OptionNames {

    private static final Set<String> OF_VIEWS = Set.of("check_option", "security_barrier", "security_invoker");

    private static final Set<String> OF_INDEXES = Set.of(
            "autosummarize",
            "buffering",
            "deduplicate_items",
            "fastupdate",
            "fillfactor",
            "gin_pending_list_limit",
            "pages_per_range");

    private static final Set<String> METHODS = Set.of("btree", "hash", "gist", "gin", "spgist", "brin");

    private static final Set<String> OF_TABLES = Stream.of(
                    "fillfactor toast_tuple_target parallel_workers user_catalog_table vacuum_index_cleanup vacuum_truncate",
                    "vacuum_max_eager_freeze_failure_rate log_autovacuum_min_duration log_autoanalyze_min_duration",
                    "autovacuum_enabled autovacuum_parallel_workers autovacuum_vacuum_threshold",
                    "autovacuum_vacuum_max_threshold autovacuum_vacuum_scale_factor autovacuum_vacuum_insert_threshold",
                    "autovacuum_vacuum_insert_scale_factor autovacuum_analyze_threshold autovacuum_analyze_scale_factor",
                    "autovacuum_vacuum_cost_delay autovacuum_vacuum_cost_limit autovacuum_freeze_min_age",
                    "autovacuum_freeze_max_age autovacuum_freeze_table_age autovacuum_multixact_freeze_min_age",
                    "autovacuum_multixact_freeze_max_age autovacuum_multixact_freeze_table_age")
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private OptionNames() {}

    /** Those of an object; empty if an extension decides, which brought its access method. */
    static Optional<Set<String>> of(SchemaObject object) {
        return switch (object.kind()) {
            case TABLE -> object.attribute("access method").isEmpty() ? Optional.of(OF_TABLES) : Optional.empty();
            case VIEW -> Optional.of(OF_VIEWS);
            case INDEX -> {
                String method = object.attribute("method");
                yield method.isEmpty() || METHODS.contains(method) ? Optional.of(OF_INDEXES) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
