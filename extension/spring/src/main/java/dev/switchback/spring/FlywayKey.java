package dev.switchback.spring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a Flyway that decide what it makes of a database, read from every getter that its version has. Two keys that are
 * equal mean the same; code whose state cannot be compared, such as a callback with fields, is equal to itself only.
 */
record FlywayKey(Map<String, Object> settings) {

    /** Where it works, what it says and what it has read already. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "getCachedDataSources",
            "getCachedResolvedEnvironments",
            "getClassLoader",
            "getCurrentEnvironmentName",
            "getDataSource",
            "getDriver",
            "getDryRunOutput",
            "getJdbcProperties",
            "getLoggers",
            "getModernConfig",
            "getPassword",
            "getPluginRegister",
            "getUrl",
            "getUser");

    private static final String FLYWAY = "org.flywaydb.core.api.";

    static FlywayKey of(Configuration configuration) {
        Map<String, Object> settings = new TreeMap<>();
        Stream.of(Configuration.class.getMethods())
                .filter(method -> method.getParameterCount() == 0 && !WITHOUT_EFFECT.contains(method.getName()))
                .forEach(getter -> settings.put(getter.getName(), read(getter, configuration)));
        return new FlywayKey(settings);
    }

    private static Object read(Method getter, Configuration configuration) {
        try {
            return meaning(getter.invoke(configuration));
        } catch (InvocationTargetException notInThisEdition) {
            return String.valueOf(notInThisEdition.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object meaning(@Nullable Object value) {
        if (value instanceof Object[] several) {
            return Arrays.stream(several).map(FlywayKey::meaning).toList();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(FlywayKey::meaning).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> meanings = new LinkedHashMap<>();
            map.forEach((key, each) -> meanings.put(String.valueOf(key), meaning(each)));
            return meanings;
        }
        if (value == null || value instanceof Charset || isText(value.getClass())) {
            return String.valueOf(value);
        }
        return hasState(value.getClass()) ? value : value.getClass();
    }

    private static boolean isText(Class<?> type) {
        return type.getName().startsWith("java.lang.")
                || Enum.class.isAssignableFrom(type)
                || type.getName().startsWith(FLYWAY);
    }

    private static boolean hasState(Class<?> type) {
        return Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
                .filter(each -> !each.getName().startsWith(FLYWAY))
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .anyMatch(field -> !Modifier.isStatic(field.getModifiers()));
    }
}
