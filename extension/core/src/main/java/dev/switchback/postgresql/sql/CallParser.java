package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Call;
import dev.switchback.postgresql.sql.Expression.Name;
import dev.switchback.postgresql.sql.Expression.Operation;
import dev.switchback.postgresql.sql.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads calls of functions, and the words with a syntax of their own that are such calls in truth. */
final class CallParser {

    private static final Map<String, String> BARE = Map.ofEntries(
            Map.entry("current_timestamp", "now"),
            Map.entry("current_date", "current_date"),
            Map.entry("current_time", "current_time"),
            Map.entry("localtimestamp", "localtimestamp"),
            Map.entry("localtime", "localtime"),
            Map.entry("current_user", "current_user"),
            Map.entry("current_role", "current_user"),
            Map.entry("user", "current_user"),
            Map.entry("session_user", "session_user"),
            Map.entry("current_catalog", "current_catalog"),
            Map.entry("current_schema", "current_schema"));

    private static final Set<String> OWN_SYNTAX = Set.of("cast", "extract", "substring", "position", "trim", "overlay");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    CallParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    boolean isSpecial(String word) {
        return BARE.containsKey(word)
                || (OWN_SYNTAX.contains(word) && cursor.peek(1).isMark("("));
    }

    Expression special() {
        String word = cursor.next().text();
        if (BARE.containsKey(word)) {
            boolean precise = cursor.peek().isMark("(");
            return precise ? call(List.of(word)) : Call.of(BARE.getOrDefault(word, word));
        }
        cursor.expectMark("(");
        Expression call =
                switch (word) {
                    case "cast" -> cast();
                    case "extract" -> extract();
                    case "substring" -> substring();
                    case "position" -> position();
                    case "trim" -> trim();
                    default -> overlay();
                };
        cursor.expectMark(")");
        return call;
    }

    Expression call(List<String> function) {
        cursor.expectMark("(");
        List<Expression> arguments = new ArrayList<>();
        if (cursor.acceptOperator("*")) {
            arguments.add(new Name(List.of("*")));
        } else if (!cursor.peek().isMark(")")) {
            boolean distinct = cursor.accept("distinct");
            do {
                arguments.add(argument());
            } while (cursor.acceptMark(","));
            if (distinct) {
                arguments.add(0, Operation.of("distinct"));
            }
        }
        cursor.expectMark(")");
        Expression call = CanonicalForms.call(function, arguments);
        if (cursor.accept("filter")) {
            cursor.expectMark("(");
            cursor.expect("where");
            call = Operation.of("filter", call, expressions.parse());
            cursor.expectMark(")");
        }
        if (cursor.peek().isWord("over") || cursor.peek().isWord("within")) {
            throw cursor.notUnderstood();
        }
        return call;
    }

    private Expression argument() {
        if (cursor.accept("variadic")) {
            return Operation.of("variadic", expressions.parse());
        }
        if (cursor.peek().isName()
                && (cursor.peek(1).isMark("=>") || cursor.peek(1).isMark(":="))) {
            String name = cursor.next().text();
            cursor.next();
            return Operation.of("named " + name, expressions.parse());
        }
        return expressions.parse();
    }

    private Expression cast() {
        Expression value = expressions.parse();
        cursor.expect("as");
        return CanonicalForms.cast(value, new TypeParser(cursor).parse());
    }

    private Expression extract() {
        Expression field = new Text(cursor.next().text());
        cursor.expect("from");
        return Call.of("extract", field, expressions.parse());
    }

    private Expression substring() {
        List<Expression> arguments = new ArrayList<>(List.of(expressions.parse()));
        while (cursor.accept("from") || cursor.accept("for") || cursor.acceptMark(",")) {
            arguments.add(expressions.parse());
        }
        return new Call(List.of("substring"), arguments);
    }

    private Expression position() {
        Expression searched = expressions.other();
        cursor.expect("in");
        return Call.of("position", searched, expressions.other());
    }

    private Expression trim() {
        String function = cursor.accept("leading") ? "ltrim" : cursor.accept("trailing") ? "rtrim" : "btrim";
        cursor.accept("both");
        if (cursor.accept("from")) {
            return new Call(List.of(function), expressions.list());
        }
        List<Expression> arguments = new ArrayList<>(expressions.list());
        if (cursor.accept("from")) {
            arguments.add(0, expressions.parse());
        }
        return new Call(List.of(function), arguments);
    }

    private Expression overlay() {
        List<Expression> arguments = new ArrayList<>(List.of(expressions.parse()));
        while (cursor.accept("placing") || cursor.accept("from") || cursor.accept("for") || cursor.acceptMark(",")) {
            arguments.add(expressions.parse());
        }
        return new Call(List.of("overlay"), arguments);
    }
}
