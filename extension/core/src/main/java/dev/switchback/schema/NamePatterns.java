package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Some qualified names, as one writes them.
 *
 * @see Schema#without(Collection)
 */
public final class NamePatterns {

    /** Why a pattern is refused that every name matches. */
    public static final String NOTHING_LEFT =
            "leaves out everything, and nothing would be compared; name what is meant, such as public.audit_*";

    private final List<String> patterns;
    private final List<String> endings;
    private final Pattern compiled;

    private NamePatterns(Collection<String> patterns) {
        this.patterns = patterns.stream().sorted().toList();
        this.endings = patterns.stream()
                .map(pattern -> pattern.substring(pattern.lastIndexOf('*') + 1))
                .toList();
        this.compiled =
                Pattern.compile(patterns.stream().map(NamePatterns::regex).collect(joining("|")));
    }

    /**
     * Names that match one of the patterns.
     *
     * @param patterns qualified names in which {@code *} stands for any characters: {@code public.audit_*}
     */
    public static NamePatterns of(Collection<String> patterns) {
        return new NamePatterns(patterns);
    }

    /**
     * Patterns of names that are left out of a comparison.
     *
     * @throws IllegalArgumentException if one leaves out everything
     */
    public static NamePatterns excluding(Collection<String> patterns) {
        everything(patterns).ifPresent(all -> {
            throw new IllegalArgumentException("'%s' %s.".formatted(all, NOTHING_LEFT));
        });
        return of(patterns);
    }

    /** The first pattern that every name matches. */
    public static Optional<String> everything(Collection<String> patterns) {
        return patterns.stream()
                .filter(pattern -> pattern.matches("[*.]*[*][*.]*"))
                .findFirst();
    }

    /** Whether a qualified name matches. */
    public boolean match(String qualified) {
        return !patterns.isEmpty() && compiled.matcher(qualified).matches();
    }

    /** Whether the qualified name of an object matches by itself, whatever it belongs to. */
    boolean matchQualified(ObjectName name) {
        return mayMatch(name.name()) && match(name.qualified());
    }

    /** Quick, as most names match nothing: whether a qualified name that ends with this one can match. */
    private boolean mayMatch(String name) {
        for (String ending : endings) {
            if (ending.endsWith(name) || name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name of an object, of what it belongs to or of its schema matches. */
    public boolean match(ObjectName name) {
        return match(name.qualified())
                || (name.hasParent() && match(name.qualifiedParent()))
                || (!name.schema().isEmpty() && match(name.schema()));
    }

    /** Which objects are left out where these patterns leave some out, a line each. */
    public List<String> remarks() {
        return patterns.stream()
                .map(pattern -> "objects excluded by pattern " + pattern)
                .toList();
    }

    private static String regex(String pattern) {
        return Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining(".*"));
    }
}
