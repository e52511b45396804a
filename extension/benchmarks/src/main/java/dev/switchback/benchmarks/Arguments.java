package dev.switchback.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The arguments behind a benchmark's name on the command line: numbers, words, and options such as {@code --runs=5}. */
public record Arguments(List<String> all) {

    public Arguments {
        all = List.copyOf(all);
    }

    /** The value of {@code --name=value}. */
    public int option(String name, int otherwise) {
        return given(name).map(Integer::valueOf).orElse(otherwise);
    }

    /** The text of {@code --name=text}. */
    public String text(String name, String otherwise) {
        return given(name).orElse(otherwise);
    }

    private Optional<String> given(String name) {
        String prefix = "--" + name + "=";
        return all.stream()
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst();
    }

    /** Whether {@code --name} is among them. */
    public boolean has(String name) {
        return all.contains("--" + name);
    }

    /** The numbers, or the given ones if there are none. */
    public List<Integer> numbers(int... otherwise) {
        List<Integer> given = all.stream()
                .filter(argument -> argument.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
        return given.isEmpty() ? Arrays.stream(otherwise).boxed().toList() : given;
    }

    /** The words: all that are neither numbers nor options. */
    public List<String> words() {
        return all.stream()
                .filter(argument -> !argument.startsWith("--") && !argument.matches("\\d+"))
                .toList();
    }
}
