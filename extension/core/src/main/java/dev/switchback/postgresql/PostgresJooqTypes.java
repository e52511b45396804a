package dev.switchback.postgresql;

import dev.switchback.assertions.JooqDialect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Compares a type of PostgreSQL with what jOOQ's generator makes of it. */
final class PostgresJooqTypes implements JooqDialect {

    /** Types with another name in PostgreSQL; a domain counts as the type below it. */
    private static final Map<String, String> WORDS = Map.of(
            "int", "integer",
            "char", "character",
            "float", "double precision",
            "character varying", "varchar",
            "timestamp", "timestamp without time zone",
            "time", "time without time zone",
            "decimal", "numeric",
            "blob", "bytea",
            "clob", "text");

    /** Types for which jOOQ has none of its own. */
    private static final Map<String, String> STAND_INS =
            Map.of("bpchar", "character", "name", "varchar", "oid", "bigint");

    private static final Pattern TYPE = Pattern.compile("([^(\\[]+)(?:\\(([^)]*)\\))?([^\\[]*)(\\[.*)?");

    private static final int BITS_OF_SCALE = 0x7ff;
    private static final String USUAL_PRECISION = "6";

    private final DSLContext postgres = DSL.using(SQLDialect.POSTGRES);

    /** A type taken apart: {@code timestamp(3) with time zone[]}. */
    private record Parts(String name, String modifier, boolean isArray) {

        static Parts of(String type) {
            Matcher matcher = TYPE.matcher(type.replace("\"", ""));
            if (!matcher.matches()) {
                return new Parts(type, "", false);
            }
            String modifier = matcher.group(2) == null ? "" : matcher.group(2).replace(" ", "");
            String name = matcher.group(1).strip() + matcher.group(3).stripTrailing();
            return new Parts(WORDS.getOrDefault(name, name), modifier, matcher.group(4) != null);
        }

        /** As PostgreSQL writes it, which leaves out the usual precision of a time. */
        String text() {
            boolean isTime = name.startsWith("time");
            String brackets =
                    modifier.isEmpty() || (isTime && modifier.equals(USUAL_PRECISION)) ? "" : "(" + modifier + ")";
            return (isTime ? name.replaceFirst(" |$", brackets + "$0") : name + brackets) + (isArray ? "[]" : "");
        }
    }

    @Override
    public String worded(DataType<?> generated) {
        return partsOf(generated).text();
    }

    private Parts partsOf(DataType<?> generated) {
        return Parts.of(generated.getCastTypeName(postgres.configuration()).replace("\"pg_catalog\".", ""));
    }

    @Override
    public boolean isSame(String type, DataType<?> generated, Function<String, Optional<String>> domains) {
        Parts theirs = partsOf(generated);
        Parts ours = Parts.of(type);
        if (ours.isArray() != theirs.isArray()) {
            return false;
        }
        Optional<String> below = domains.apply(ours.name());
        while (below.isPresent()) {
            ours = Parts.of(below.get());
            below = domains.apply(ours.name());
        }
        return isSame(ours, theirs);
    }

    private static boolean isSame(Parts ours, Parts theirs) {
        String ourName = ours.name();
        String theirName = theirs.name();
        if (ourName.equals("numeric")) {
            return isSameNumber(ours.modifier(), theirs);
        }
        if (ourName.startsWith("interval")) {
            return theirName.startsWith("interval");
        }
        if (ourName.startsWith("bit")) {
            return Set.of("bit", "bit varying", "character", "varchar").contains(theirName)
                    && (theirs.modifier().isEmpty() || theirs.modifier().equals(ours.modifier()));
        }
        if (ourName.startsWith("time")) {
            return ours.text().equals(theirs.text());
        }
        return (isSameName(ourName, theirName) || isSameName(STAND_INS.getOrDefault(ourName, ourName), theirName))
                && ours.modifier().equals(theirs.modifier());
    }

    /** Within an array, jOOQ does not name the schema of an enum. */
    private static boolean isSameName(String ours, String theirs) {
        return ours.equals(theirs) || (!theirs.contains(".") && ours.endsWith("." + theirs));
    }

    /** Numbers without digits behind the point are integers to jOOQ. */
    private static boolean isSameNumber(String ours, Parts theirs) {
        if (ours.isEmpty() || !ours.contains(",")) {
            return theirs.name().equals("numeric") && theirs.modifier().equals(ours);
        }
        int precision = Integer.parseInt(ours.substring(0, ours.indexOf(',')));
        int scale = Integer.parseInt(ours.substring(ours.indexOf(',') + 1));
        if (theirs.name().equals("numeric")) {
            return theirs.modifier().equals(ours)
                    || theirs.modifier().equals(precision + "," + (scale & BITS_OF_SCALE))
                    || (scale == 0 && theirs.modifier().equals(String.valueOf(precision)));
        }
        return scale == 0 && theirs.name().equals(integer(precision));
    }

    private static String integer(int digits) {
        if (digits < 5) {
            return "smallint";
        }
        return digits < 10 ? "integer" : digits < 19 ? "bigint" : "numeric";
    }

    @Override
    public boolean isIdentity(String defaultExpression) {
        return defaultExpression.startsWith("nextval(");
    }
}
