package dev.switchback.assertions;

import dev.switchback.text.NearestName;
import java.util.List;
import java.util.stream.Stream;

/** Storage parameters and other options, as {@code fillfactor=70, toast: ...}. */
final class StorageOptions {

    private StorageOptions() {}

    static <SELF extends ObjectAssert<SELF, ?>> SELF has(SELF object, String name, String value) {
        check(object, name);
        ArgumentChecks.text("value of the option", value);
        List<String> there = options(object);
        return object.require(
                there.contains(name + "=" + value),
                () -> Mismatch.missing("option " + name + "=" + value, "options", there));
    }

    static <SELF extends ObjectAssert<SELF, ?>> SELF hasNot(SELF object, String name) {
        check(object, name);
        List<String> found = options(object).stream()
                .filter(option -> option.startsWith(name + "="))
                .toList();
        return object.require(found.isEmpty(), () -> Mismatch.present("option " + name, String.join("\n", found)));
    }

    private static void check(ObjectAssert<?, ?> object, String name) {
        ArgumentChecks.text("option", name);
        boolean isThere = options(object).stream().anyMatch(option -> option.startsWith(name + "="));
        OptionNames.of(object.object())
                .ifPresent(known -> object.refuse(
                        !isThere && !known.contains(name.replaceFirst("^toast[:.] *", "")),
                        () -> "%s can have no option %s.%s"
                                .formatted(object.object().name(), name, NearestName.questionOrList(name, known, ""))));
    }

    private static List<String> options(ObjectAssert<?, ?> object) {
        return Stream.of(object.attribute("options").split(", "))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
