package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationLint;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.PreviousVersion;
import dev.switchback.SchemaGolden;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An annotation as it is written in a list of mistakes, {@code @TestDatabase(target = "V7")}, and as readers meet it. */
record WrittenAnnotation(Class<? extends Annotation> type, Map<String, List<String>> values) {

    static final List<Class<? extends Annotation>> TYPES = List.of(
            TestDatabase.class,
            SeededFixtures.class,
            ExpectedFixtures.class,
            MigrationTest.class,
            MigrationLint.class,
            PreviousVersion.class,
            SchemaGolden.class,
            MigrationRoundTrip.class);

    private static final Pattern WRITTEN = Pattern.compile("@(\\w+)\\((.*)\\)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+) = (\\{[^}]*}|\"[^\"]*\"|[^,]+)(, |$)");
    private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"|([^,\\s]+)");

    static WrittenAnnotation parse(String written) {
        Matcher whole = WRITTEN.matcher(written);
        if (!whole.matches()) {
            throw new IllegalArgumentException(written);
        }
        Class<? extends Annotation> type = TYPES.stream()
                .filter(known -> known.getSimpleName().equals(whole.group(1)))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> values = new LinkedHashMap<>();
        ATTRIBUTE
                .matcher(whole.group(2))
                .results()
                .forEach(attribute -> values.put(attribute.group(1), values(attribute.group(2))));
        return new WrittenAnnotation(type, values);
    }

    private static List<String> values(String written) {
        String inside = written.startsWith("{") ? written.substring(1, written.length() - 1) : written;
        List<String> values = new ArrayList<>();
        VALUE.matcher(inside)
                .results()
                .forEach(value -> values.add(value.group(1) == null ? value.group(2) : value.group(1)));
        return values;
    }

    /** The attributes that a user can set. */
    static Stream<Method> attributes(Class<? extends Annotation> type) {
        return Stream.of(type.getDeclaredMethods());
    }

    /** Attributes that are not written have their defaults, as the compiler would give them. */
    Annotation annotation() {
        return (Annotation) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "annotationType" -> type;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> toString();
                    default -> {
                        List<String> written = values.get(method.getName());
                        yield written == null ? method.getDefaultValue() : value(method.getReturnType(), written);
                    }
                });
    }

    private static Object value(Class<?> type, List<String> written) {
        if (!type.isArray()) {
            return value(type, written.get(0));
        }
        Object array = Array.newInstance(type.getComponentType(), written.size());
        for (int i = 0; i < written.size(); i++) {
            Array.set(array, i, value(type.getComponentType(), written.get(i)));
        }
        return array;
    }

    private static Object value(Class<?> type, String written) {
        if (type == int.class) {
            return Integer.valueOf(written);
        }
        if (type == long.class) {
            return Long.valueOf(written);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(written);
        }
        return type == String.class
                ? written
                : Stream.of(type.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(written))
                        .findFirst()
                        .orElseThrow();
    }
}
