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
record Layers<A extends Annotation>(List<Layer<A>> layers, Function<String, Optional<String>> parameters) {

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,8}");

    record Layer<A extends Annotation>(A annotation, AnnotatedElement place) {

        ExtensionConfigurationException wrong(String attribute, String problem) {
            return Problems.at(
                    place, "@%s(%s)".formatted(annotation.annotationType().getSimpleName(), attribute), problem);
        }
    }

    /** The annotations in the order in which rows are seeded: enclosing classes, superclasses, class, method. */
    List<Layer<A>> outermostFirst() {
        List<Layer<A>> reversed = new ArrayList<>(layers);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Refuses an annotation that contradicts itself. */
    void check(String attributes, Predicate<A> contradiction, String problem) {
        layers.stream()
                .filter(layer -> contradiction.test(layer.annotation))
                .findFirst()
                .ifPresent(layer -> {
                    throw layer.wrong(attributes, problem);
                });
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    /** What the nearest annotation says; empty if none does. */
    String text(Function<A, String> attribute) {
        return layers.stream()
                .map(layer -> attribute.apply(layer.annotation).strip())
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
    }

    /** What the nearest annotation says, then the code, then the parameter; empty if none does. */
    String text(Function<A, String> attribute, String inCode, String parameter) {
        return Stream.of(text(attribute), inCode.strip())
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElseGet(() -> parameter(parameter).orElse(""));
    }

    /** What a configuration parameter says; empty where it is blank. */
    Optional<String> parameter(String name) {
        return parameters.apply(name).map(String::strip).filter(Predicate.not(String::isEmpty));
    }

    List<String> texts(String name, Function<A, String[]> attribute, List<String> inCode, String parameter) {
        return Stream.of(texts(name, attribute), inCode)
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElseGet(() -> parameters.apply(parameter).map(Layers::split).orElse(List.of()));
    }

    List<String> texts(String name, Function<A, String[]> attribute) {
        for (Layer<A> layer : layers) {
            List<String> values = List.of(attribute.apply(layer.annotation));
            if (values.stream().anyMatch(String::isBlank)) {
                throw layer.wrong(name, "a value is blank; leave the attribute out, or write what it means");
            }
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    <E extends Enum<E>> E choice(String name, Function<A, E[]> attribute, String parameter, E otherwise) {
        for (Layer<A> layer : layers) {
            E[] values = attribute.apply(layer.annotation);
            if (values.length > 1) {
                throw layer.wrong(name, Arrays.toString(values) + " are " + values.length + " values; choose one");
            }
            if (values.length == 1) {
                return values[0];
            }
        }
        return parameter(parameter)
                .map(value -> parse(otherwise.getDeclaringClass(), parameter, value))
                .orElse(otherwise);
    }

    /** A time in whole seconds; an annotation that says zero says nothing. */
    Optional<Duration> seconds(String name, ToIntFunction<A> attribute, String parameter) {
        for (Layer<A> layer : layers) {
            int seconds = attribute.applyAsInt(layer.annotation);
            if (seconds < 0) {
                throw layer.wrong(name, seconds + " is no time; write whole seconds, such as 600");
            }
            if (seconds > 0) {
                return Optional.of(Duration.ofSeconds(seconds));
            }
        }
        return parameter(parameter).map(value -> seconds(parameter, value));
    }

    private static Duration seconds(String parameter, String value) {
        if (!SECONDS.matcher(value).matches()) {
            throw Problems.value(parameter, value, "is no time; write whole seconds, such as 600");
        }
        return Duration.ofSeconds(Integer.parseInt(value));
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String parameter, String value) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problems.value(
                        parameter,
                        value,
                        "must be one of " + Stream.of(constants).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static List<String> split(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
