package dev.switchback.assertions;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.Change;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.compatibility.BackwardCompatibility;
import dev.switchback.schema.compatibility.Breach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which changes the previous version of the application may not survive. */
final class Compatibility {

    private Compatibility() {}

    static Optional<Mismatch> mismatch(SchemaDiff diff) {
        List<Breach> breaches = BackwardCompatibility.breaches(diff);
        if (breaches.isEmpty()) {
            return Optional.empty();
        }
        Set<Change> breaking = breaches.stream().map(Breach::change).collect(Collectors.toSet());
        SchemaDiff changes = diff.only(breaking::contains);
        String message =
                """
                The previous version of the application may not get on with this schema:

                %s

                What to do:

                %s

                The changes:

                %s"""
                        .formatted(reasons(breaches), advice(breaches), MessageText.changes(changes, 2));
        return Optional.of(new Mismatch(message, changes.beforeText(), changes.afterText()));
    }

    private static String reasons(List<Breach> breaches) {
        return breaches.stream().map(breach -> "  " + breach.reason()).collect(joining("\n"));
    }

    private static String advice(List<Breach> breaches) {
        return breaches.stream()
                .map(Breach::sort)
                .distinct()
                .sorted()
                .map(sort -> "  " + sort.advice())
                .collect(joining("\n"));
    }
}
