package dev.switchback.assertions;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of an assertion with arguments that name what is there, and what it makes of arguments that do not.
 *
 * @param subject what the method is called on; made anew for each call
 * @param held the mistakes, by argument, with which the assertion may hold all the same
 */
record Example(Method method, Supplier<?> subject, List<Object> arguments, Map<Integer, Set<Mistake>> held) {

    /** The ways in which an argument can be wrong. */
    enum Mistake {
        NOTHING,
        NULL,
        EMPTY,
        BLANK,
        CAPITALS,
        AROUND,
        TYPO
    }

    /** A call that should not hold. */
    record Wrong(Example example, Mistake mistake, List<@Nullable Object> arguments) {

        /** The error that the assertion throws; null if it holds. */
        @Nullable
        Throwable failure() {
            return example.call(arguments);
        }

        @Override
        public String toString() {
            return "%s, %s: %s"
                    .formatted(name(example.method()), mistake.name().toLowerCase(Locale.ROOT), text(arguments));
        }
    }

    static Example of(Class<?> type, String method, Supplier<?> subject, Object... arguments) {
        Method found = Stream.of(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method) && !candidate.isBridge())
                .filter(candidate -> accepts(candidate.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No method " + type.getSimpleName() + "." + method));
        return new Example(found, subject, Arrays.asList(arguments), Map.of());
    }

    private static boolean accepts(Class<?>[] types, Object... arguments) {
        boolean all = types.length == arguments.length;
        for (int i = 0; all && i < types.length; i++) {
            all = types[i].isInstance(arguments[i]);
        }
        return all;
    }

    /** The same, where an argument may have these mistakes. */
    Example holding(int argument, Mistake... mistakes) {
        Map<Integer, Set<Mistake>> more = new HashMap<>(held);
        more.put(argument, EnumSet.copyOf(List.of(mistakes)));
        return new Example(method, subject, arguments, more);
    }

    /** The error as it is thrown; null if it holds. */
    @Nullable
    Throwable failure() {
        return call(new ArrayList<@Nullable Object>(arguments));
    }

    private @Nullable Throwable call(List<@Nullable Object> given) {
        try {
            method.invoke(subject.get(), given.toArray());
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same call with one mistake each. */
    Stream<Wrong> wrong() {
        List<Wrong> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            for (Mistake mistake : Mistake.values()) {
                Object right = arguments.get(i);
                Object mistaken = mistaken(right, mistake);
                if (!same(mistaken, right) && !mayHave(i, mistake)) {
                    List<@Nullable Object> given = new ArrayList<>(arguments);
                    given.set(i, mistaken);
                    all.add(new Wrong(this, mistake, given));
                }
            }
        }
        return all.stream();
    }

    /** Texts that are understood, and not taken to the letter, mean the same in other capitals and with blanks around them. */
    private boolean mayHave(int argument, Mistake mistake) {
        Set<Mistake> mayBe = held.getOrDefault(argument, Set.of());
        return mayBe.contains(mistake) || (mistake == Mistake.AROUND && mayBe.contains(Mistake.CAPITALS));
    }

    private static boolean same(@Nullable Object mistaken, Object right) {
        return right instanceof String[] texts ? Arrays.equals(texts, (Object[]) mistaken) : right.equals(mistaken);
    }

    private static @Nullable Object mistaken(Object right, Mistake mistake) {
        if (right instanceof String text) {
            return mistaken(text, mistake);
        }
        if (right instanceof String[] texts) {
            @Nullable String[] copy = texts.clone();
            if (mistake == Mistake.NOTHING || copy.length == 0) {
                return new String[0];
            }
            copy[copy.length - 1] = mistaken(copy[copy.length - 1], mistake);
            return copy;
        }
        boolean isNothing = mistake == Mistake.NOTHING && right.getClass().isArray();
        return isNothing ? Array.newInstance(right.getClass().getComponentType(), 0) : right;
    }

    private static @Nullable String mistaken(String text, Mistake mistake) {
        return switch (mistake) {
            case NOTHING -> text;
            case NULL -> null;
            case EMPTY -> "";
            case BLANK -> "  ";
            case CAPITALS ->
                text.equals(text.toUpperCase(Locale.ROOT))
                        ? text.toLowerCase(Locale.ROOT)
                        : text.toUpperCase(Locale.ROOT);
            case AROUND -> text + " ";
            case TYPO -> mistyped(text);
        };
    }

    /** Two letters the other way round. */
    private static String mistyped(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            char one = text.charAt(i);
            char two = text.charAt(i + 1);
            if (Character.isLetter(one) && Character.isLetter(two) && one != two) {
                return text.substring(0, i) + two + one + text.substring(i + 2);
            }
        }
        return text;
    }

    /** {@code TableAssert.hasColumn(String)}. */
    static String name(Method method) {
        return Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ", ", method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(", ")"));
    }

    private static String text(List<? extends @Nullable Object> arguments) {
        return arguments.stream()
                .map(argument ->
                        argument instanceof Object[] several ? Arrays.toString(several) : String.valueOf(argument))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name(method) + ": " + text(arguments);
    }
}
