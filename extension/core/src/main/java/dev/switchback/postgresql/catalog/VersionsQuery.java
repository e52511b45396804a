package dev.switchback.postgresql.catalog;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The query for {@link CatalogVersions}, in parts that can be left out where their catalogs were not written: columns {@code
 * catalog}, {@code relation}, {@code aspect}, {@code rows}, {@code newest}.
 */
final class VersionsQuery {

    /** The part whose rows are the relations themselves. */
    static final int RELATIONS = 0;

    /** Catalogs that scripts often write together; all others are a part of their own. */
    private static final List<Set<String>> TOGETHER = List.of(
            Set.of("pg_class"),
            Set.of("pg_index", "pg_constraint", "pg_trigger"),
            Set.of("pg_attrdef", "pg_depend", "pg_sequence"),
            Set.of("pg_type", "pg_proc", "pg_rewrite"),
            Set.of("pg_description"));

    private static final int OTHERS = TOGETHER.size();

    /** The number of the part that belongs to the whole server, or is not counted by transactions. */
    static final int SHARED = OTHERS + 1;

    /** The part that is asked only for what is newer than a transaction, its first parameter. */
    static final int COLUMNS = SHARED + 1;

    private static final String CATALOG_OF_COLUMNS = "pg_attribute";

    /** Changes that can alter the text of anything: the names of roles and tablespaces, what belongs to extensions. */
    static final List<String> FOR_ALL =
            List.of("roles", "tablespaces", "owner of the database", "members of extensions", "pg_extension");

    /** Grouped by what differs and no more: then the server need not sort. */
    private static final String RELATIONS_SQL =
            """
            select null::text, relation::int8, aspect, count(*), ${newest xmin}
            from (
            %s) relations (relation, aspect, xmin)
            group by relation, aspect""";

    private static final String OTHERS_SQL =
            """
            select catalog, 0, 0, count(*), ${newest xmin}
            from (
            %s) others
            group by catalog""";

    private final Set<String> counted;
    private final List<String> parts;

    private VersionsQuery(Set<String> counted, List<String> parts) {
        this.counted = counted;
        this.parts = parts;
    }

    static VersionsQuery of(int version) {
        List<CountedRows> others = CountedRows.ofOthers(version);
        QueryMacros sql = QueryMacros.ofAll(version);
        return new VersionsQuery(
                Stream.concat(CountedRows.OF_RELATIONS.stream(), others.stream())
                        .map(CountedRows::catalog)
                        .collect(toSet()),
                Stream.concat(
                                IntStream.rangeClosed(0, OTHERS).mapToObj(part -> sql(part, others)),
                                Stream.of(CountedRows.SHARED, CountedRows.COLUMNS))
                        .map(sql::expand)
                        .toList());
    }

    private static String sql(int part, List<CountedRows> others) {
        return Stream.of(counted(part, CountedRows.OF_RELATIONS, RELATIONS_SQL), counted(part, others, OTHERS_SQL))
                .flatMap(Optional::stream)
                .collect(joining("\nunion all\n"));
    }

    private static Optional<String> counted(int part, List<CountedRows> all, String sql) {
        List<String> rows = all.stream()
                .filter(some -> partOf(some.catalog()) == part)
                .map(CountedRows::sql)
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(sql.formatted(String.join("\nunion all\n", rows)));
    }

    private static int partOf(String catalog) {
        return IntStream.range(0, OTHERS)
                .filter(part -> TOGETHER.get(part).contains(catalog))
                .findFirst()
                .orElse(OTHERS);
    }

    /** All parts. */
    Set<Integer> parts() {
        return IntStream.range(0, parts.size()).boxed().collect(toCollection(TreeSet::new));
    }

    /** The parts that may say something else after some catalogs were written. */
    Set<Integer> partsOf(Collection<String> catalogs) {
        Set<Integer> some = catalogs.stream()
                .filter(counted::contains)
                .map(VersionsQuery::partOf)
                .collect(toCollection(TreeSet::new));
        some.add(SHARED);
        if (catalogs.contains(CATALOG_OF_COLUMNS)) {
            some.add(COLUMNS);
        }
        return some;
    }

    String sql(int part) {
        return parts.get(part);
    }
}
