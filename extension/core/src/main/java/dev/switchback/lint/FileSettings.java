package dev.switchback.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Settings of the lint rules on files: each rule is silent until it is told what to look for. Immutable; equal if all settings are. */
public final class FileSettings {

    private final Optional<FileNaming> naming;
    private final List<String> header;
    private final List<String> environmentNames;
    private final Set<RepeatableOnly> repeatableOnly;
    private final List<String> actions;

    private FileSettings(
            Optional<FileNaming> naming,
            List<String> header,
            List<String> environmentNames,
            Set<RepeatableOnly> repeatableOnly,
            List<String> actions) {
        this.naming = naming;
        this.header = List.copyOf(header);
        this.environmentNames = List.copyOf(environmentNames);
        this.repeatableOnly = Set.copyOf(repeatableOnly);
        this.actions = List.copyOf(actions);
    }

    /** Names as Flyway has them, no header, no names of environments, everything anywhere. */
    public static FileSettings defaults() {
        return new FileSettings(Optional.empty(), List.of(), List.of(), Set.of(), List.of());
    }

    /** The same settings with a form of names. */
    public FileSettings withNaming(FileNaming other) {
        return new FileSettings(Optional.of(other), header, environmentNames, repeatableOnly, actions);
    }

    /** The same settings with a header of purpose, impact, risk, rollback and testing. */
    public FileSettings withHeader() {
        return withHeader("purpose", "impact", "risk", "rollback", "testing");
    }

    /**
     * The same settings with a header.
     *
     * @param fields what each migration says of itself in its first comment: {@code -- Purpose: orders get a status}
     */
    public FileSettings withHeader(String... fields) {
        return new FileSettings(naming, List.of(fields), environmentNames, repeatableOnly, actions);
    }

    /**
     * The same settings with names that only one environment has, such as those of hosts, databases and accounts.
     *
     * @param names in small or large letters; {@code *} stands for any letters, digits and signs of a name
     */
    public FileSettings withEnvironmentNames(String... names) {
        return new FileSettings(naming, header, List.of(names), repeatableOnly, actions);
    }

    /** The same settings with kinds of objects that are left to repeatable migrations. */
    public FileSettings withRepeatableOnly(RepeatableOnly... kinds) {
        return new FileSettings(naming, header, environmentNames, Set.of(kinds), actions);
    }

    /** The same settings with more words with which a description may begin, beside those that are known. */
    public FileSettings withActions(String... words) {
        return new FileSettings(
                naming,
                header,
                environmentNames,
                repeatableOnly,
                Stream.concat(actions.stream(), Stream.of(words)).toList());
    }

    /** The form of names. */
    public Optional<FileNaming> naming() {
        return naming;
    }

    /** The fields of the header; empty if none is asked for. */
    public List<String> header() {
        return header;
    }

    /** The names that only one environment has. */
    public List<String> environmentNames() {
        return environmentNames;
    }

    /** The kinds that are left to repeatable migrations. */
    public Set<RepeatableOnly> repeatableOnly() {
        return repeatableOnly;
    }

    /** The words that a description may begin with, beside those that are known. */
    public List<String> actions() {
        return actions;
    }

    private List<Object> parts() {
        return List.of(naming, header, environmentNames, repeatableOnly, actions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileSettings that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "FileSettings[naming=%s, header=%s, environmentNames=%s, repeatableOnly=%s, actions=%s]"
                .formatted(
                        naming.map(FileNaming::toString).orElse("as Flyway has it"),
                        header,
                        environmentNames,
                        new TreeSet<>(repeatableOnly),
                        actions);
    }
}
