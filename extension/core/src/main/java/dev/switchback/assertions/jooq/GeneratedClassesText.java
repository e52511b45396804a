package dev.switchback.assertions.jooq;

import static java.util.stream.Collectors.joining;

import dev.switchback.assertions.Mismatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes what generated classes lack, and what they have too much. */
public final class GeneratedClassesText {

    private static final int GAP = 4;

    private GeneratedClassesText() {}

    /** Nothing if there is no difference. */
    public static Optional<Mismatch> mismatch(List<JooqDifference> differences) {
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        of(differences),
                        side(differences, JooqDifference::classes),
                        side(differences, JooqDifference::schema)));
    }

    private static String of(List<JooqDifference> differences) {
        return """
               The generated classes are not those of this schema:

               %s

                 + is in the schema only, - is in the classes only, ~ is one thing in the classes and another in the schema.

               Generate the classes again from the migrations, or add the migration that is missing."""
                .formatted(listed(differences));
    }

    private static String listed(List<JooqDifference> differences) {
        int width = differences.stream()
                .mapToInt(difference -> difference.name().toString().length() + GAP)
                .max()
                .orElse(0);
        return differences.stream()
                .map(difference -> ("  " + difference.sign() + " "
                                + padded(difference.name().toString(), width) + difference.text())
                        .stripTrailing())
                .collect(joining("\n"));
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    /** One side of all differences, for a development environment to compare. */
    private static String side(List<JooqDifference> differences, Function<JooqDifference, Optional<String>> side) {
        return differences.stream()
                .flatMap(difference -> side.apply(difference).stream().map(text -> difference.name() + " " + text))
                .collect(joining("\n"));
    }
}
