package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for an object among others, by as much of its name as is needed.
 *
 * @param there all objects that could be meant, of any kind
 */
record ObjectLookup(ObjectKind kind, List<SchemaObject> there) {

    /**
     * The result of a lookup.
     *
     * @param object the object; where it is not there, one with nothing but a name
     * @param mismatch why it is not there
     */
    record Found(SchemaObject object, Optional<Mismatch> mismatch) {

        boolean isMissing() {
            return mismatch.isPresent();
        }
    }

    Found byName(String name) {
        ArgumentChecks.text(KindWords.of(kind), name);
        List<SchemaObject> found = matching(name);
        if (found.size() == 1) {
            return new Found(found.get(0), Optional.empty());
        }
        return nothing(name, found.isEmpty() ? unknown(name) : ambiguous(name, found));
    }

    /** All of this kind with that name. */
    List<SchemaObject> matching(String name) {
        return ofKind().stream().filter(object -> isCalled(object.name(), name)).toList();
    }

    /**
     * All of this kind with that name, which should not be there.
     *
     * @throws IllegalArgumentException if there is none, but one that must be meant: in other capitals, without what is written
     *     around the name, or by a pattern
     */
    List<SchemaObject> unwanted(String name) {
        List<SchemaObject> found = matching(ArgumentChecks.text(KindWords.of(kind), name));
        if (found.isEmpty()) {
            almost(name).ifPresent(meant -> {
                throw new IllegalArgumentException("There is no %s %s, but there is %s. %s"
                        .formatted(KindWords.of(kind), name, meant.name().qualified(), NameAlone.advice(name)));
            });
        }
        return found;
    }

    private Optional<SchemaObject> almost(String name) {
        String bare = isRoutine(kind) ? withoutArguments(name) : name;
        return matching(bare).isEmpty()
                ? ofKind().stream()
                        .filter(object -> isAlmost(object.name(), bare))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether this name must be meant by one that nothing has. */
    static boolean isAlmost(ObjectName there, String written) {
        return isCalled(small(there), NameAlone.of(written))
                || NameAlone.isPatternOf(written, there.name())
                || NameAlone.isPatternOf(written, there.qualified());
    }

    private static ObjectName small(ObjectName name) {
        return new ObjectName(
                name.kind(),
                name.schema().toLowerCase(Locale.ROOT),
                name.parent().toLowerCase(Locale.ROOT),
                name.name().toLowerCase(Locale.ROOT));
    }

    List<SchemaObject> ofKind() {
        return there.stream().filter(object -> object.kind() == kind).toList();
    }

    /** A result in place of an object that is not there. */
    Found nothing(String name, Mismatch mismatch) {
        return nothing(kind, name, mismatch);
    }

    static Found nothing(ObjectKind kind, String name, Mismatch mismatch) {
        return new Found(SchemaObject.of(ObjectName.of(kind, "", name), "", Map.of()), Optional.of(mismatch));
    }

    private Mismatch ambiguous(String name, List<SchemaObject> found) {
        List<String> names =
                found.stream().map(object -> object.name().qualified()).toList();
        return new Mismatch(
                "Expecting %s %s, but several are called so:%n%s%nSay which one is meant by its whole name."
                        .formatted(KindWords.of(kind), name, MessageText.list(names)),
                name,
                String.join("\n", names));
    }

    private Mismatch unknown(String name) {
        Optional<SchemaObject> other = there.stream()
                .filter(object -> object.kind() != kind && isCalled(object.name(), name))
                .findFirst();
        if (other.isPresent()) {
            return ofOtherKind(name, other.get());
        }
        List<String> nearest = ObjectLines.of(ofKind().stream()
                .sorted(Comparator.comparingInt(object -> distance(object.name(), name)))
                .toList());
        String sentence = nearest.isEmpty()
                ? "Expecting %s %s, but there are no %s.".formatted(KindWords.of(kind), name, KindWords.plural(kind))
                : "Expecting %s %s, but there is none of this name. The %s are, the nearest first:%n%s"
                        .formatted(KindWords.of(kind), name, KindWords.plural(kind), MessageText.list(nearest));
        return new Mismatch(sentence, name, String.join("\n", nearest));
    }

    private Mismatch ofOtherKind(String name, SchemaObject other) {
        String method = KindWords.method(other.kind());
        return new Mismatch(
                "Expecting %s %s, but %s is %s%s"
                        .formatted(
                                KindWords.of(kind),
                                name,
                                other.name().qualified(),
                                KindWords.a(other.kind()),
                                method.isEmpty() ? "." : ": use %s(\"%s\").".formatted(method, name)),
                KindWords.of(kind) + " " + name,
                other.name().toString());
    }

    /** Quotes are not part of a name, unless there is one that has them. */
    private static boolean isCalled(ObjectName candidate, String name) {
        return isExactly(candidate, name) || (name.contains("\"") && isExactly(candidate, withoutQuotes(name)));
    }

    /**
     * A routine is called by its name alone, too, other objects by their qualified names, and what belongs to a table by as
     * much of it as is given.
     */
    private static boolean isExactly(ObjectName candidate, String name) {
        String qualified = candidate.qualified();
        return candidate.name().equals(name)
                || qualified.equals(name)
                || (candidate.hasParent() && qualified.endsWith("." + name))
                || (isRoutine(candidate.kind())
                        && (withoutArguments(candidate.name()).equals(name)
                                || withoutArguments(qualified).equals(name)));
    }

    private static boolean isRoutine(ObjectKind kind) {
        return kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE || kind == ObjectKind.AGGREGATE;
    }

    private static String withoutQuotes(String name) {
        return name.replace("\"", "");
    }

    private static String withoutArguments(String name) {
        int arguments = name.indexOf('(');
        return arguments < 0 ? name : name.substring(0, arguments);
    }

    /** A name that holds the other is near, however much longer it is, and so is one in other letters. */
    private static int distance(ObjectName candidate, String name) {
        String written = bare(candidate, withoutQuotes(name));
        String own = bare(candidate, candidate.name());
        if (own.contains(written) || written.contains(own)) {
            return 0;
        }
        return NearestName.distance(written, own, bare(candidate, candidate.qualified()));
    }

    private static String bare(ObjectName candidate, String name) {
        return (isRoutine(candidate.kind()) ? withoutArguments(name) : name).toLowerCase(Locale.ROOT);
    }

    /** Names in a sentence. */
    static String joined(List<String> names) {
        return names.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
