package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Token.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into tokens, as PostgreSQL does. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile(
            """
            (?<gap>(?:\\s|--[^\\n]*|/\\*(?s:.*?)\\*/)++)
            |[eE]'(?<escaped>(?:[^'\\\\]|''|\\\\(?s:.))*+)'
            |(?<bits>[bBxX]'[^']*+')
            |[nN]?'(?<string>(?:[^']|'')*+)'
            |(?<tag>\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$)(?<dollar>(?s:.*?))\\k<tag>
            |"(?<quoted>(?:[^"]|"")*+)"
            |(?<number>(?:\\d+(?:\\.(?!\\.)\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)
            |(?<mark>::|:=|=>|[()\\[\\],.;:]|\\$\\d+)
            |(?<operator>[-+*/<>=~!@\\#%^&|`?]++)""",
            Pattern.COMMENTS);

    private static final Pattern ENDS_IN_SIGN = Pattern.compile("[-+]$");
    private static final Pattern MAY_END_IN_SIGN = Pattern.compile("[~!@#%^&|`?]");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw new NotUnderstood(text.substring(at));
            }
            at = matcher.end();
            if (matcher.group("operator") != null) {
                String operator = operator(matcher.group("operator"));
                at = matcher.start() + operator.length();
                tokens.add(new Token(Sort.OPERATOR, operator.equals("!=") ? "<>" : operator));
            } else if (matcher.group("gap") == null) {
                tokens.add(token(matcher));
            }
        }
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("word") != null) {
            return new Token(Sort.WORD, matcher.group("word").toLowerCase(Locale.ROOT));
        } else if (matcher.group("quoted") != null) {
            return new Token(Sort.QUOTED, matcher.group("quoted").replace("\"\"", "\""));
        } else if (matcher.group("string") != null) {
            return new Token(Sort.STRING, matcher.group("string").replace("''", "'"));
        } else if (matcher.group("escaped") != null) {
            return new Token(Sort.STRING, unescaped(matcher.group("escaped").replace("''", "'")));
        } else if (matcher.group("dollar") != null) {
            return new Token(Sort.STRING, matcher.group("dollar"));
        } else if (matcher.group("bits") != null) {
            return new Token(Sort.STRING, matcher.group("bits").toLowerCase(Locale.ROOT));
        } else if (matcher.group("number") != null) {
            return new Token(Sort.NUMBER, matcher.group("number"));
        }
        return new Token(Sort.MARK, matcher.group("mark"));
    }

    /** An operator ends in a sign only if it holds a character that no operator of standard SQL has. */
    private static String operator(String run) {
        String operator = run;
        int comment = Math.max(operator.indexOf("--"), operator.indexOf("/*"));
        if (comment > 0) {
            operator = operator.substring(0, comment);
        }
        while (operator.length() > 1
                && ENDS_IN_SIGN.matcher(operator).find()
                && !MAY_END_IN_SIGN.matcher(operator).find()) {
            operator = operator.substring(0, operator.length() - 1);
        }
        return operator;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = switch (text.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> text.charAt(i);
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
