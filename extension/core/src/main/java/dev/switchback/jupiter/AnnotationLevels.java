package dev.switchback.jupiter;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The levels at which an annotation is found, nearest first: method, class, superclasses, enclosing classes; and behind them
 * the configuration parameters.
 */
record AnnotationLevels<A extends Annotation>(List<Level<A>> levels, Function<String, Optional<String>> parameters) {

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,8}");

    record Level<A extends Annotation>(A annotation, AnnotatedElement place) {

        ExtensionConfigurationException wrong(String attribute, String problem) {
            return ConfigurationErrors.at(
                    place, "@%s(%s)".formatted(annotation.annotationType().getSimpleName(), attribute), problem);
        }
    }

    /** The annotations in the order in which rows are seeded: enclosing classes, superclasses, class, method. */
    List<Level<A>> outermostFirst() {
        List<Level<A>> reversed = new ArrayList<>(levels);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Refuses an annotation that contradicts itself. */
    void check(String attributes, Predicate<A> contradiction, String problem) {
        levels.stream()
                .filter(level -> contradiction.test(level.annotation))
                .findFirst()
                .ifPresent(level -> {
                    throw level.wrong(attributes, problem);
                });
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    /** The text of the nearest annotation that has one; empty if none has. */
    String text(Function<A, String> attribute) {
        return levels.stream()
                .map(level -> attribute.apply(level.annotation).strip())
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
    }

    /** The text of the nearest annotation, of the code, or of the parameter, in this order; empty if none has one. */
    String text(Function<A, String> attribute, String inCode, String parameter) {
        return Stream.of(text(attribute), inCode.strip())
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElseGet(() -> parameter(parameter).orElse(""));
    }

    /** The value of a configuration parameter; empty if it is blank. */
    Optional<String> parameter(String name) {
        return parameters.apply(name).map(String::strip).filter(Predicate.not(String::isEmpty));
    }

    List<String> texts(String name, Function<A, String[]> attribute, List<String> inCode, String parameter) {
        return Stream.of(texts(name, attribute), inCode)
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElseGet(() -> texts(parameter));
    }

    /** The values of a configuration parameter, which are separated by commas. */
    List<String> texts(String parameter) {
        return parameters.apply(parameter).map(value -> split(parameter, value)).orElse(List.of());
    }

    List<String> texts(String name, Function<A, String[]> attribute) {
        for (Level<A> level : levels) {
            List<String> values = List.of(attribute.apply(level.annotation));
            if (values.stream().anyMatch(String::isBlank)) {
                throw level.wrong(name, "a value is blank; leave the attribute out, or write what it means");
            }
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    /** The nearest of values of which each level may have one; false if none has. */
    boolean flag(String name, Function<A, boolean[]> attribute) {
        for (Level<A> level : levels) {
            boolean[] values = attribute.apply(level.annotation);
            if (values.length > 1) {
                throw level.wrong(name, Arrays.toString(values) + " are " + values.length + " values; choose one");
            }
            if (values.length == 1) {
                return values[0];
            }
        }
        return false;
    }

    <E extends Enum<E>> E choice(String name, Function<A, E[]> attribute, String parameter, E otherwise) {
        return choice(name, attribute)
                .or(() -> parameter(parameter).map(value -> parse(otherwise.getDeclaringClass(), parameter, value)))
                .orElse(otherwise);
    }

    /** The nearest of values of which each level may have one; empty if none has. */
    <E extends Enum<E>> Optional<E> choice(String name, Function<A, E[]> attribute) {
        for (Level<A> level : levels) {
            E[] values = attribute.apply(level.annotation);
            if (values.length > 1) {
                throw level.wrong(name, Arrays.toString(values) + " are " + values.length + " values; choose one");
            }
            if (values.length == 1) {
                return Optional.of(values[0]);
            }
        }
        return Optional.empty();
    }

    /** A time in whole seconds; an annotation that says zero says nothing. */
    Optional<Duration> seconds(String name, ToIntFunction<A> attribute, String parameter) {
        for (Level<A> level : levels) {
            int seconds = attribute.applyAsInt(level.annotation);
            if (seconds < 0) {
                throw level.wrong(name, seconds + " is not a number of seconds, such as 600");
            }
            if (seconds > 0) {
                return Optional.of(Duration.ofSeconds(seconds));
            }
        }
        return parameter(parameter).map(value -> seconds(parameter, value));
    }

    private static Duration seconds(String parameter, String value) {
        if (!SECONDS.matcher(value).matches()) {
            throw ConfigurationErrors.value(parameter, value, "is not a number of seconds, such as 600");
        }
        return Duration.ofSeconds(Integer.parseInt(value));
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String parameter, String value) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ConfigurationErrors.value(
                        parameter,
                        value,
                        "must be one of " + Stream.of(constants).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static List<String> split(String parameter, String value) {
        List<String> values = Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        if (values.isEmpty() && !value.isBlank()) {
            throw ConfigurationErrors.value(
                    parameter, value, "it names nothing; leave the setting out, or write what it means");
        }
        return values;
    }
}
