package dev.switchback.jupiter;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.List;

/** The files that an annotation names. */
final class NamedFixtures {

    private NamedFixtures() {}

    /** The fixtures in the files, of which there must be one. */
    static Fixtures read(String[] names, AnnotatedElement place, String annotation, SwitchbackSession session) {
        try {
            return session.fixtures(owner(place), check(names, place, annotation));
        } catch (FixtureException e) {
            throw ConfigurationErrors.at(place, annotation, String.valueOf(e.getMessage()));
        }
    }

    private static Class<?> owner(AnnotatedElement place) {
        return place instanceof Member member ? member.getDeclaringClass() : (Class<?>) place;
    }

    /** The names, of which there must be one. */
    private static List<String> check(String[] names, AnnotatedElement place, String annotation) {
        List<String> files = List.of(names);
        if (files.isEmpty() || files.stream().anyMatch(String::isBlank)) {
            throw ConfigurationErrors.at(place, annotation, "a file is missing; name one, such as \"shop.yaml\"");
        }
        return files;
    }
}
