package dev.switchback.report;

import java.util.function.BiConsumer;

/** JSON, written member by member. Names and values are escaped so that the text may also stand in a script of a page. */
final class JsonOutput {

    private final StringBuilder text = new StringBuilder();
    private boolean isFirst = true;

    /** An object without a name: the whole text, or an element of an array. */
    JsonOutput object(Runnable members) {
        return nested('{', members, '}');
    }

    JsonOutput object(String name, Runnable members) {
        name(name);
        return nested('{', members, '}');
    }

    <T> JsonOutput array(String name, Iterable<T> elements, BiConsumer<JsonOutput, T> each) {
        name(name);
        return array(elements, each);
    }

    <T> JsonOutput array(Iterable<T> elements, BiConsumer<JsonOutput, T> each) {
        return nested('[', () -> elements.forEach(element -> each.accept(this, element)), ']');
    }

    JsonOutput texts(String name, Iterable<String> elements) {
        return array(name, elements, JsonOutput::text);
    }

    JsonOutput text(String value) {
        separate();
        quote(value);
        return this;
    }

    JsonOutput member(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    /** A member that is left out where it would say nothing. */
    JsonOutput optional(String name, String value) {
        return value.isEmpty() ? this : member(name, value);
    }

    JsonOutput member(String name, long value) {
        name(name);
        return raw(String.valueOf(value));
    }

    JsonOutput member(String name, boolean value) {
        name(name);
        return raw(String.valueOf(value));
    }

    /** Text that is JSON already. */
    JsonOutput raw(String json) {
        separate();
        text.append(json);
        return this;
    }

    private JsonOutput nested(char open, Runnable content, char close) {
        separate();
        text.append(open);
        isFirst = true;
        content.run();
        text.append(close);
        isFirst = false;
        return this;
    }

    private void name(String name) {
        separate();
        quote(name);
        text.append(':');
        isFirst = true; // what follows is separated by the colon
    }

    private void separate() {
        if (!isFirst) {
            text.append(',');
        }
        isFirst = false;
    }

    private void quote(String value) {
        isFirst = false;
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029' || isHalf(value, i)) {
                        text.append("\\u").append(hex(c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** Half a surrogate pair has no bytes in UTF-8. */
    private static boolean isHalf(String value, int index) {
        char c = value.charAt(index);
        return Character.isHighSurrogate(c)
                ? index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1))
                : Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
