package dev.switchback.lint.files;

import dev.switchback.lint.FileNaming;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.MigrationFile.Kind;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form that names of versioned migrations and their undos must have. */
final class NamePattern {

    private static final Pattern DIGITS = Pattern.compile("\\d{4,}");
    private static final Pattern TICKET = Pattern.compile("[a-z]+[-_]?\\d+(?=_).*", Pattern.CASE_INSENSITIVE);
    private static final Map<Integer, DateTimeFormatter> MOMENTS =
            Map.of(12, strict("uuuuMMddHHmm"), 14, strict("uuuuMMddHHmmss"));

    private final FileNaming naming;
    private final MigrationNames names;
    private final int width;

    private NamePattern(FileNaming naming, MigrationNames names, int width) {
        this.naming = naming;
        this.names = names;
        this.width = width;
    }

    static NamePattern of(FileNaming naming, MigrationFiles all) {
        return new NamePattern(naming, all.names(), width(all));
    }

    /** The width of padded numbers is the one that most files have. */
    static int width(MigrationFiles all) {
        Map<Integer, Long> widths = all.versioned().stream()
                .map(MigrationFile::writtenVersion)
                .filter(version -> DIGITS.matcher(version).matches())
                .collect(Collectors.groupingBy(String::length, Collectors.counting()));
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(4);
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    List<LintFinding> check(MigrationFile file) {
        if (file.kind() == Kind.REPEATABLE) {
            return List.of();
        }
        return problem(file)
                .map(problem -> List.of(LintFinding.of(FileRules.NAME_PATTERN, file.shown(), 0, problem)
                        .because("", advice())))
                .orElse(List.of());
    }

    private Optional<String> problem(MigrationFile file) {
        return switch (naming.form()) {
            case SEQUENCE -> sequence(file);
            case TICKET_SEQUENCE ->
                sequence(file)
                        .or(() -> TICKET.matcher(file.description()).matches()
                                ? Optional.empty()
                                : Optional.of(
                                        "no ticket such as sprt26 stands before '%s'".formatted(file.description())));
            case TIMESTAMP ->
                moment(file.writtenVersion()).isPresent()
                        ? Optional.empty()
                        : Optional.of("its version %s is no date and time".formatted(file.writtenVersion()));
            case PATTERN -> pattern(file, naming.pattern().orElseThrow());
        };
    }

    private Optional<String> sequence(MigrationFile file) {
        String version = file.writtenVersion();
        if (!DIGITS.matcher(version).matches()) {
            return Optional.of("its version %s is not a number of %d digits".formatted(version, width));
        }
        return version.length() == width
                ? Optional.empty()
                : Optional.of("its version %s has %d digits and the others have %d"
                        .formatted(version, version.length(), width));
    }

    /** An undo is held against the name of its migration. */
    private Optional<String> pattern(MigrationFile file, Pattern pattern) {
        String stem = names.stem(file.name());
        String name =
                file.kind() == Kind.UNDO ? names.versioned() + stem.substring(MigrationNames.UNDO.length()) : stem;
        return pattern.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("'%s' does not match %s".formatted(name, pattern));
    }

    /** The date and time that a version is; empty if it is none. */
    static Optional<LocalDateTime> moment(String version) {
        DateTimeFormatter form = MOMENTS.get(version.length());
        if (form == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(version, form));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The version of a date and time, of 12 or 14 digits. */
    static String version(LocalDateTime moment, int digits) {
        return Objects.requireNonNull(MOMENTS.get(digits)).format(moment);
    }

    private String advice() {
        Function<String, String> name =
                rest -> names.versioned() + rest + names.suffixes().get(0);
        String form =
                switch (naming.form()) {
                    case SEQUENCE -> "Names are like " + name.apply(padded() + names.separator() + "add_orders");
                    case TICKET_SEQUENCE ->
                        "Names are like "
                                + name.apply(padded()
                                        + names.separator()
                                        + (names.separator().equals("_") ? "sprt26__add_orders" : "sprt26_add_orders"));
                    case TIMESTAMP -> "Names are like " + name.apply("202511121302" + names.separator() + "add_orders");
                    case PATTERN -> "The settings say what the whole name without its suffix must match";
                };
        return form + ". Rename a migration only while it has run nowhere but on your machine.";
    }

    private String padded() {
        return "0".repeat(width - 1) + "1";
    }
}
