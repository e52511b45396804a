package dev.switchback.assertions;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes what generated classes lack, and what they have too much. */
final class GeneratedClassesText {

    private static final int GAP = 4;

    private GeneratedClassesText() {}

    /** Nothing if there is no mismatch. */
    static Optional<Failure> failure(List<JooqMismatch> mismatches) {
        return mismatches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        of(mismatches),
                        side(mismatches, JooqMismatch::classes),
                        side(mismatches, JooqMismatch::schema)));
    }

    private static String of(List<JooqMismatch> mismatches) {
        return """
               The generated classes are not those of this schema:

               %s

                 + is in the schema only, - is in the classes only, ~ is one thing in the classes and another in the schema.

               Generate the classes again from the migrations, or add the migration that is missing."""
                .formatted(listed(mismatches));
    }

    private static String listed(List<JooqMismatch> mismatches) {
        int width = mismatches.stream()
                .mapToInt(mismatch -> mismatch.name().toString().length() + GAP)
                .max()
                .orElse(0);
        return mismatches.stream()
                .map(mismatch -> ("  " + mismatch.sign() + " "
                                + padded(mismatch.name().toString(), width) + mismatch.text())
                        .stripTrailing())
                .collect(joining("\n"));
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    /** What one side says about everything that differs, for a development environment to compare. */
    private static String side(List<JooqMismatch> mismatches, Function<JooqMismatch, Optional<String>> side) {
        return mismatches.stream()
                .flatMap(mismatch -> side.apply(mismatch).stream().map(text -> mismatch.name() + " " + text))
                .collect(joining("\n"));
    }
}
