package dev.switchback.postgresql.filling;

import dev.switchback.postgresql.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values of all types, as the texts that the server reads: those made of others are made of theirs. */
final class MadeValues {

    /** Tried in this order where a type is not known, such as one of an extension. */
    private static final List<String> GUESSES = List.of(
            "1",
            "a",
            "",
            "{}",
            "(1,1)",
            "[1,1]",
            "1.5",
            "POINT(1 1)",
            "2020-01-01",
            "0.0.1",
            "US",
            "978-0-306-40615-7");

    private static final int ACCEPTED = 12;

    private final FilledCatalog catalog;
    private final FillSession session;
    private final long seed;
    private final Map<Long, List<String>> accepted = new HashMap<>();

    MadeValues(FilledCatalog catalog, FillSession session, long seed) {
        this.catalog = catalog;
        this.session = session;
        this.seed = seed;
    }

    /** A plain value of this number; empty if the type has none that the server takes. */
    Optional<String> plain(FilledColumn column, long n) throws SQLException {
        return plain(column.type(), column.modifier(), column.name(), n + Math.floorMod(seed * 31, 1_000_003L));
    }

    private Optional<String> plain(ValueType type, int modifier, String name, long n) throws SQLException {
        return switch (type.shape()) {
            case BASE -> {
                Optional<String> known = PlainValues.of(type, modifier, name, n);
                yield known.isPresent() ? known : picked(guessed(type), n);
            }
            case ENUM -> picked(type.labels(), n);
            case DOMAIN -> picked(accepted(type, name), n);
            case ARRAY -> plain(catalog.type(type.base()), modifier, name, n).map(MadeValues::array);
            case RANGE -> range(type, name, n);
            case MULTIRANGE -> plain(catalog.type(type.base()), -1, name, n).map(range -> "{" + range + "}");
            case COMPOSITE -> composite(type, name, n);
        };
    }

    /** An edge of the column's type; empty if it has none but its plain values. */
    Optional<String> edge(FilledColumn column, long n) throws SQLException {
        ValueType type = column.type();
        int modifier = column.modifier();
        List<String> edges =
                switch (type.shape()) {
                    case ENUM ->
                        type.labels().isEmpty()
                                ? List.of()
                                : List.of(type.labels().get(type.labels().size() - 1));
                    case ARRAY, MULTIRANGE -> List.of("{}");
                    case RANGE -> List.of("empty", "(,)");
                    case BASE -> EdgeValues.of(type, modifier);
                    case DOMAIN ->
                        type.checks().isEmpty() && catalog.type(type.base()).shape() == ValueType.Shape.BASE
                                ? EdgeValues.of(catalog.type(type.base()), type.modifier())
                                : List.of();
                    case COMPOSITE -> List.of();
                };
        return edges.isEmpty() ? Optional.empty() : Optional.of(edges.get((int) (n % edges.size())));
    }

    /** Zero, or what is empty; empty if the column's type has neither. */
    Optional<String> zero(FilledColumn column) {
        ValueType type = base(column.type());
        return switch (type.shape()) {
            case ARRAY, MULTIRANGE -> Optional.of("{}");
            case RANGE -> Optional.of("empty");
            case BASE ->
                switch (type.category()) {
                    case 'N' -> Optional.of("0");
                    case 'S' -> Optional.of("");
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<String> picked(List<String> values, long n) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get((int) (n % values.size())));
    }

    private List<String> guessed(ValueType type) throws SQLException {
        List<String> known = accepted.get(type.id());
        if (known == null) {
            known = new ArrayList<>();
            for (String guess : GUESSES) {
                if (session.isTaken("SELECT " + SqlName.literal(guess) + "::" + type.name())) {
                    known.add(guess);
                }
            }
            accepted.put(type.id(), known);
        }
        return known;
    }

    /** Values that a domain's own conditions take, found by asking the server. */
    List<String> accepted(ValueType domain, String name) throws SQLException {
        List<String> known = accepted.get(domain.id());
        if (known == null) {
            ValueType base = catalog.type(domain.base());
            List<String> conditions = conditions(domain);
            List<String> candidates =
                    new Candidates(this, String.join(" ", conditions)).of(base, domain.modifier(), name, 0);
            known = conditions.isEmpty() ? candidates : session.taken(candidates, base(domain), conditions, ACCEPTED);
            accepted.put(domain.id(), known);
        }
        return known;
    }

    /** The conditions of a domain and of the domains that it is made of. */
    List<String> conditions(ValueType domain) {
        List<String> all = new ArrayList<>(domain.checks());
        ValueType base = catalog.type(domain.base());
        if (base.shape() == ValueType.Shape.DOMAIN) {
            all.addAll(conditions(base));
        }
        all.addAll(session.hintsFor(domain));
        return all;
    }

    /** The type beneath all domains. */
    ValueType base(ValueType type) {
        return type.shape() == ValueType.Shape.DOMAIN ? base(catalog.type(type.base())) : type;
    }

    /** The modifier beneath all domains. */
    int modifier(ValueType type, int modifier) {
        return type.shape() == ValueType.Shape.DOMAIN ? modifier(catalog.type(type.base()), type.modifier()) : modifier;
    }

    /** A plain value beneath all domains. */
    Optional<String> plainBase(ValueType type, int modifier, String name, long n) throws SQLException {
        return plain(base(type), modifier(type, modifier), name, n);
    }

    private Optional<String> range(ValueType type, String name, long n) throws SQLException {
        ValueType bound = catalog.type(type.base());
        Optional<String> from = plain(bound, -1, name, 10 * n);
        Optional<String> until = plain(bound, -1, name, 10 * n + 5);
        return from.isEmpty() || until.isEmpty()
                ? Optional.of("empty")
                : Optional.of("[" + quoted(from.get()) + "," + quoted(until.get()) + ")");
    }

    private Optional<String> composite(ValueType type, String name, long n) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (ValueType.Attribute attribute : type.attributes()) {
            Optional<String> part = plain(catalog.type(attribute.type()), attribute.modifier(), name, n);
            parts.add(part.map(MadeValues::quoted).orElse(""));
        }
        return Optional.of("(" + String.join(",", parts) + ")");
    }

    ValueType element(ValueType array) {
        return catalog.type(array.base());
    }

    static String array(String element) {
        return array(List.of(element));
    }

    static String array(List<String> elements) {
        return elements.stream().map(MadeValues::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
