package dev.switchback.migration.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into code, comments and what is data: texts, names in quotes, bodies between dollars, rows of COPY. */
public final class ScriptParts {

    private static final Pattern DOLLARS = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern COPY =
            Pattern.compile("^\\s*COPY\\b.*\\bFROM\\s+STDIN\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern END_OF_ROWS = Pattern.compile("^\\\\\\.[ \\t\\r]*$", Pattern.MULTILINE);

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;

    private ScriptParts(String text) {
        this.text = text;
    }

    /** Kinds of parts of a script. */
    public enum Kind {
        CODE,
        LINE_COMMENT,
        BLOCK_COMMENT,
        TEXT,
        NAME,
        BODY,
        ROWS
    }

    /** A part of a script, from its first letter to behind its last. */
    public record Part(Kind kind, int start, int end) {}

    /** The parts in order; together they are the whole text. */
    public static List<Part> of(String text) {
        ScriptParts parts = new ScriptParts(text);
        while (parts.at < text.length()) {
            parts.next();
        }
        return parts.parts;
    }

    private void next() {
        int start = at;
        Kind kind = Kind.CODE;
        while (at < text.length() && (kind = kindHere()) == Kind.CODE) {
            statement.append(text.charAt(at));
            at++;
            if (text.charAt(at - 1) == ';' && endsCopy()) {
                add(Kind.CODE, start, at);
                readRows();
                return;
            }
        }
        add(Kind.CODE, start, at);
        if (at < text.length()) {
            int begin = at;
            at = end(kind);
            statement.append(' ');
            add(kind, begin, at);
        }
    }

    private void add(Kind kind, int start, int end) {
        if (start < end) {
            parts.add(new Part(kind, start, end));
        }
    }

    private boolean endsCopy() {
        boolean copies = COPY.matcher(statement).find();
        statement.setLength(0);
        return copies;
    }

    private void readRows() {
        Matcher end = END_OF_ROWS.matcher(text);
        int start = at;
        at = end.find(at) ? end.end() : text.length();
        add(Kind.ROWS, start, at);
    }

    private Kind kindHere() {
        char letter = text.charAt(at);
        if (letter == '\'') {
            return Kind.TEXT;
        } else if (letter == '"') {
            return Kind.NAME;
        } else if (text.startsWith("--", at)) {
            return Kind.LINE_COMMENT;
        } else if (text.startsWith("/*", at)) {
            return Kind.BLOCK_COMMENT;
        }
        return letter == '$'
                        && !followsName()
                        && DOLLARS.matcher(text).region(at, text.length()).lookingAt()
                ? Kind.BODY
                : Kind.CODE;
    }

    private boolean followsName() {
        return at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || "_$".indexOf(text.charAt(at - 1)) >= 0);
    }

    private int end(Kind kind) {
        return switch (kind) {
            case LINE_COMMENT -> found(text.indexOf('\n', at), 0);
            case BLOCK_COMMENT -> endOfBlock();
            case TEXT -> endOfQuoted('\'', takesBackslashes());
            case NAME -> endOfQuoted('"', false);
            case BODY -> endOfBody();
            case CODE, ROWS -> throw new IllegalStateException(kind.name());
        };
    }

    private int found(int index, int length) {
        return index < 0 ? text.length() : index + length;
    }

    /** Comments of this form may stand in each other. */
    private int endOfBlock() {
        int depth = 0;
        for (int i = at; i < text.length() - 1; i++) {
            if (text.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (text.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    private boolean takesBackslashes() {
        return at > 0
                && Character.toLowerCase(text.charAt(at - 1)) == 'e'
                && (at == 1 || (!Character.isLetterOrDigit(text.charAt(at - 2)) && text.charAt(at - 2) != '_'));
    }

    private int endOfQuoted(char quote, boolean backslashes) {
        for (int i = at + 1; i < text.length(); i++) {
            if (backslashes && text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                if (i + 1 == text.length() || text.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return text.length();
    }

    private int endOfBody() {
        Matcher dollars = DOLLARS.matcher(text).region(at, text.length());
        String tag = dollars.lookingAt() ? dollars.group() : "$$";
        return found(text.indexOf(tag, at + tag.length()), tag.length());
    }
}
