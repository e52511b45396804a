package dev.switchback.jupiter;

import java.lang.reflect.AnnotatedElement;
import java.util.List;

/** The files that an annotation names. */
final class FixtureNames {

    private FixtureNames() {}

    /** The names, of which there must be one. */
    static List<String> check(String[] names, AnnotatedElement place, String annotation) {
        List<String> files = List.of(names);
        if (files.isEmpty() || files.stream().anyMatch(String::isBlank)) {
            throw Problems.at(place, annotation, "a file is missing; name one, such as \"shop.yaml\"");
        }
        return files;
    }
}
