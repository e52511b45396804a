package dev.switchback.lint.settings;

import java.util.List;

/** A part of a YAML file that knows its place. */
sealed interface YamlNode {

    /** The place as messages have it: {@code switchback-lint.yaml:3:5}. */
    String place();

    /** A description for a sentence: {@code the text 'abc'}. */
    String describe();

    /** A text, number or truth value, as it is written; null is the empty text. */
    record Scalar(String text, String place) implements YamlNode {

        @Override
        public String describe() {
            return text.isEmpty() ? "nothing" : "'" + text + "'";
        }
    }

    /** A list. */
    record Items(List<YamlNode> items, String place) implements YamlNode {

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Names with values, each name once. */
    record Fields(List<Field> fields, String place) implements YamlNode {

        @Override
        public String describe() {
            return "names with values";
        }
    }

    /** A name and its value. */
    record Field(String name, String place, YamlNode value) {}
}
