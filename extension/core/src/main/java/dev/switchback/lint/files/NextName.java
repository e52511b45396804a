package dev.switchback.lint.files;

import dev.switchback.lint.FileNaming;
import dev.switchback.lint.FileNaming.Form;
import dev.switchback.lint.FileSettings;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a migration that is still to be written: by the form that the settings ask for, or else as the files are named that
 * are there.
 */
public final class NextName {

    private static final Pattern LAST_NUMBER = Pattern.compile("(?<rest>.*?)(?<number>\\d+)");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern WORD_OF_TICKET =
            Pattern.compile("(?<word>[a-z]+)[-_]?\\d+_.+", Pattern.CASE_INSENSITIVE);

    private final MigrationFiles all;
    private final Optional<FileNaming> naming;
    private final LocalDateTime now;

    private NextName(MigrationFiles all, Optional<FileNaming> naming, LocalDateTime now) {
        this.all = all;
        this.naming = naming;
        this.now = now;
    }

    /**
     * Prepares names.
     *
     * @param all the files that are there, undos among them
     * @param now the moment that a timestamp is of, unless the newest version is a later one
     */
    public static NextName of(MigrationFiles all, FileSettings settings, LocalDateTime now) {
        return new NextName(all, settings.naming(), now);
    }

    /** A description in snake case; empty if the words have no letter and no digit that it may have. */
    public static String description(String words) {
        String plain = Normalizer.normalize(words.replace("ß", "ss"), Normalizer.Form.NFD);
        return Descriptions.inSnakeCase(ACCENT.matcher(plain).replaceAll(""));
    }

    /** A description behind a ticket, where names of this form have it. */
    public String description(String ticket, String description) {
        return ticket + (all.names().separator().equals("_") ? "__" : "_") + description;
    }

    /** Whether a description lacks the ticket that it should have: by the settings, or because all others have one. */
    public boolean lacksTicket(String description) {
        boolean isWanted = naming.isPresent()
                ? naming.get().form() == Form.TICKET_SEQUENCE
                : all.versioned().size() > 1
                        && all.versioned().stream().allMatch(file -> hasTicket(file.description()));
        return isWanted && !hasTicket(description);
    }

    /** {@code add_2_columns} begins with no ticket. */
    private static boolean hasTicket(String description) {
        Matcher ticket = WORD_OF_TICKET.matcher(description);
        return ticket.matches() && !Actions.KNOWN.contains(ticket.group("word").toLowerCase(Locale.ROOT));
    }

    /** The next version, as the name has it. */
    public String version(String description) {
        NextMoment moment = new NextMoment(newest(), now);
        return naming.isEmpty()
                ? moment.follows() ? moment.text() : following()
                : switch (naming.get().form()) {
                    case SEQUENCE, TICKET_SEQUENCE -> padded();
                    case TIMESTAMP -> moment.text();
                    case PATTERN ->
                        matching(
                                naming.get().pattern().orElseThrow(),
                                description,
                                moment.follows()
                                        ? List.of(moment.text())
                                        : List.of(following(), padded(), moment.text(), moment.toTheSecond()));
                };
    }

    /** The name of the migration's file. */
    public String migration(String version, String description) {
        return all.names().versioned() + version + end(description);
    }

    /** The name of its undo's file. */
    public String undo(String version, String description) {
        return MigrationNames.UNDO + version + end(description);
    }

    /** The name of a repeatable migration's file. */
    public String repeatable(String description) {
        return all.names().repeatable() + end(description);
    }

    private String end(String description) {
        return all.names().separator() + description + all.names().suffixes().get(0);
    }

    private String matching(Pattern pattern, String description, List<String> versions) {
        Predicate<String> fits = version -> pattern.matcher(all.names().stem(migration(version, description)))
                .matches();
        return versions.stream().filter(fits).findFirst().orElse(versions.get(0));
    }

    private Optional<MigrationFile> newest() {
        return all.files().stream()
                .filter(file -> file.version().isPresent())
                .reduce((one, other) ->
                        other.version().get().compareTo(one.version().get()) >= 0 ? other : one);
    }

    /** The newest version with its last number one higher, as wide as before. */
    private String following() {
        Matcher newest =
                LAST_NUMBER.matcher(newest().map(MigrationFile::writtenVersion).orElse("0"));
        return newest.matches()
                ? newest.group("rest")
                        + higher(newest.group("number"), newest.group("number").length())
                : "1";
    }

    private String padded() {
        String major = newest().map(
                        file -> file.version().orElseThrow().getMajor().toString())
                .orElse("0");
        return higher(major, NamePattern.width(all));
    }

    private static String higher(String number, int width) {
        String next = new BigInteger(number).add(BigInteger.ONE).toString();
        return "0".repeat(Math.max(0, width - next.length())) + next;
    }
}
