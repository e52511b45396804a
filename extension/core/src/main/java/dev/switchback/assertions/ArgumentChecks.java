package dev.switchback.assertions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a test gives an assertion, so that no assertion holds because it was asked nothing. */
final class ArgumentChecks {

    private ArgumentChecks() {}

    /**
     * A name or another text.
     *
     * @throws IllegalArgumentException if it is null or blank
     */
    static String text(String what, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new IllegalArgumentException("The test gives no %s: it is %s."
                    .formatted(what, given == null ? "null" : given.isEmpty() ? "empty" : "blank"));
        }
        return given;
    }

    /**
     * Names, each of which stands once.
     *
     * @param what one of them in a word that takes an s
     * @throws IllegalArgumentException if there is none, or one is null, blank or there twice
     */
    static List<String> names(String what, String... given) {
        List<String> names = new ArrayList<>();
        for (String name : texts(what, given)) {
            if (names.contains(name)) {
                throw new IllegalArgumentException("The test gives the %s %s twice.".formatted(what, name));
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /**
     * Texts, of which some may be equal.
     *
     * @throws IllegalArgumentException if there is none, or one is null or blank
     */
    static List<String> texts(String what, String... given) {
        for (String text : some(what, given)) {
            text(what, text);
        }
        return List.of(given);
    }

    /**
     * The arguments of a method that takes any number of them.
     *
     * @throws IllegalArgumentException if it is nothing
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> T[] some(String what, @Nullable T... given) {
        if (given == null || given.length == 0) {
            throw new IllegalArgumentException("The test gives no %ss. Name at least one.".formatted(what));
        }
        return given;
    }
}
