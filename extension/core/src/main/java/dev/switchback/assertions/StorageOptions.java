package dev.switchback.assertions;

import java.util.List;
import java.util.stream.Stream;

/** Storage parameters and other options, as {@code fillfactor=70, toast: ...}. */
final class StorageOptions {

    private StorageOptions() {}

    static <SELF extends ObjectAssert<SELF, ?>> SELF has(SELF object, String name, String value) {
        List<String> there = options(object);
        return object.require(
                there.contains(name + "=" + value),
                () -> Mismatch.missing("option " + name + "=" + value, "options", there));
    }

    static <SELF extends ObjectAssert<SELF, ?>> SELF hasNot(SELF object, String name) {
        List<String> found = options(object).stream()
                .filter(option -> option.startsWith(name + "="))
                .toList();
        return object.require(found.isEmpty(), () -> Mismatch.present("option " + name, String.join("\n", found)));
    }

    private static List<String> options(ObjectAssert<?, ?> object) {
        return Stream.of(object.attribute("options").split(", "))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
