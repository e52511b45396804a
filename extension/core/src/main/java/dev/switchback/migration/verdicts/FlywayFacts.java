package dev.switchback.migration.verdicts;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.jspecify.annotations.Nullable;

/** The part of Flyway's configuration that scripts may notice, whatever this version of Flyway can be told. */
public final class FlywayFacts {

    /** Getters that say where scripts are found and which database they run on; the scripts themselves are known. */
    private static final Set<String> ELSEWHERE = Set.of(
            "getLocations",
            "getUrl",
            "getUser",
            "getPassword",
            "getDriver",
            "getReportFilename",
            "getLoggers",
            "getCachedDataSources",
            "getCachedResolvedEnvironments");

    private final Configuration configuration;

    public FlywayFacts(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The settings with their values, one line each. */
    public String text() {
        return Arrays.stream(Configuration.class.getMethods())
                .filter(method -> method.getParameterCount() == 0 && !ELSEWHERE.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> method.getName() + "=" + value(method))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Why nothing is known of what runs beside the scripts; empty if it is. */
    public Optional<String> unknown() {
        if (configuration.getCallbacks().length > 0) {
            return Optional.of("Java callbacks run, and what they do may change");
        }
        if (configuration.getResolvers().length > 0) {
            return Optional.of("migrations are resolved by a class, and what it does may change");
        }
        return has("getCallbackLocations")
                ? Optional.of("callbacks have locations of their own, which are not read")
                : Optional.empty();
    }

    private boolean has(String getter) {
        try {
            Object value = Configuration.class.getMethod(getter).invoke(configuration);
            return value != null && Array.getLength(value) > 0;
        } catch (NoSuchMethodException before) {
            return false;
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private String value(Method getter) {
        try {
            return plain(getter.invoke(configuration));
        } catch (ReflectiveOperationException notInThisEdition) {
            return "";
        }
    }

    /** The text of a value; of an object that has none only that it is there. */
    private static String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(plain(key), plain(each)));
            return sorted.toString();
        } else if (value instanceof Collection<?> many) {
            return many.stream().map(FlywayFacts::plain).toList().toString();
        } else if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> plain(Array.get(value, i)))
                    .toList()
                    .toString();
        }
        return isPlain(value) ? value.toString() : value.getClass().getName();
    }

    private static boolean isPlain(Object value) {
        return List.of(
                        CharSequence.class,
                        Number.class,
                        Boolean.class,
                        Character.class,
                        Enum.class,
                        Charset.class,
                        MigrationVersion.class,
                        ValidatePattern.class)
                .stream()
                .anyMatch(type -> type.isInstance(value));
    }
}
