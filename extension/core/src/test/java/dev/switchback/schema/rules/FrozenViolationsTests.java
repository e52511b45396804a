package dev.switchback.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.SchemaObject;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testfiles.TestFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenViolationsTests {

    private static final SchemaRule KEYS = SchemaRules.everyTableHasAPrimaryKey();
    private static final SchemaRule NAMES = SchemaRules.namesAreInSnakeCase();

    private final Path file;

    FrozenViolationsTests(@TempDir Path folder) {
        file = folder.resolve("deeper").resolve("schema-rules.frozen");
    }

    @Test
    void aFileIsMadeWithAllThatIsThere() throws IOException {
        RuleResult result = check(FileUpdates.ON, schema("b", "A"), KEYS, NAMES);

        assertThat(result.holds()).isTrue();
        assertThat(file)
                .content()
                .isEqualTo(
                        """
                        # Accepted violations of rules, one on each line: the rule and what breaks it.
                        # A line goes when its violation is mended and the tests run with -Dswitchback.frozen=update.
                        # Rules: primary-key, snake-case

                        primary-key: table public.A
                        primary-key: table public.b
                        snake-case: table public.A
                        """);
        assertThat(check(FileUpdates.OFF, schema("b", "A"), KEYS, NAMES).holds())
                .isTrue();
    }

    @Test
    void nothingIsMadeUnlessItIsAskedForAndNeverOnABuildServer() {
        for (FileUpdates updates : List.of(FileUpdates.OFF, FileUpdates.REFUSED)) {
            RuleResult result = check(updates, schema("a"), KEYS);

            assertThat(result.holds()).isFalse();
            assertThat(result.toString())
                    .endsWith("There is no file " + file + " yet. To freeze what is there, run the test with"
                            + " -Dswitchback.frozen=update, read the file, and commit it.");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void noFileIsNeededWhereAllRulesAreMet() {
        assertThat(check(FileUpdates.OFF, schema(), KEYS).holds()).isTrue();
        assertThat(check(FileUpdates.ON, schema(), KEYS).holds()).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void onlyWhatIsNewFails() throws IOException {
        write("primary-key: table public.a\n");

        RuleResult result = check(FileUpdates.OFF, schema("a", "b"), KEYS);

        assertThat(result.lines()).containsExactly("primary-key: table public.b");
        assertThat(result)
                .hasToString(
                        """
                        The schema breaks a rule.

                          primary-key: Every table has a primary key.
                          Without one a row cannot be named: it cannot be updated alone, replicated, or found again.

                            table public.b has no primary key
                              ALTER TABLE public.b ADD PRIMARY KEY (<the columns that name a row>);

                        What has to stay as it is can be frozen by adding it to %s:

                          primary-key: table public.b"""
                                .formatted(file));
    }

    @Test
    void anUpdateTakesOutWhatIsMendedAndAddsNothingOfAKnownRule() throws IOException {
        write("# Rules: primary-key\nprimary-key: table public.a\nprimary-key: table public.gone\n");

        RuleResult result = check(FileUpdates.ON, schema("a", "b"), KEYS);

        assertThat(result.lines()).containsExactly("primary-key: table public.b");
        assertThat(lines()).containsExactly("primary-key: table public.a");
    }

    @Test
    void anUpdateAddsTheViolationsOfARuleThatIsNewToTheFile() throws IOException {
        write("# Rules: primary-key\nprimary-key: table public.A\n");

        assertThat(check(FileUpdates.ON, schema("A"), KEYS, NAMES).holds()).isTrue();
        assertThat(lines()).containsExactly("primary-key: table public.A", "snake-case: table public.A");
    }

    @Test
    void whatIsMendedIsSaidAndTheFileStays() throws IOException {
        write("primary-key: table public.a\nprimary-key: table public.gone\n");

        List<String> warnings = warningsOf(() -> {
            RuleResult met = check(FileUpdates.REFUSED, schema("a"), KEYS);
            assertThat(met.holds()).isTrue();
            assertThat(met.fixed()).containsExactly("primary-key: table public.gone");
        });
        RuleResult broken = check(FileUpdates.OFF, schema("b"), KEYS);

        assertThat(warnings)
                .containsExactly(
                        """
                        %s lists violations that are mended by now. To take them out, run the test with -Dswitchback.frozen=update:
                        primary-key: table public.gone"""
                                .formatted(file));
        assertThat(broken.toString())
                .endsWith(
                        """
                        Mended by now, and to be taken out of the file:

                          primary-key: table public.a
                          primary-key: table public.gone""");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aFileThatIsUpToDateIsNotWrittenAgain() throws IOException {
        check(FileUpdates.ON, schema("a"), KEYS);
        Object written = Files.getLastModifiedTime(file);
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();

        check(FileUpdates.ON, schema("a"), KEYS);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                .isEqualTo(key);
    }

    @Test
    void aFileOfWindowsIsTheSame() throws IOException {
        write("# Rules: primary-key\r\n\r\nprimary-key: table public.a\r\n");

        assertThat(check(FileUpdates.OFF, schema("a"), KEYS).holds()).isTrue();
    }

    @Test
    void aNameWithALineBreakIsOneLine() throws IOException {
        check(FileUpdates.ON, schema("two\nlines\\"), KEYS);

        assertThat(lines()).containsExactly("primary-key: table public.two\\nlines\\\\");
        assertThat(check(FileUpdates.OFF, schema("two\nlines\\"), KEYS).holds()).isTrue();
    }

    @Test
    void aNameThatEndsWithABlankIsFoundAgain() {
        check(FileUpdates.ON, schema("a "), KEYS);

        assertThat(check(FileUpdates.OFF, schema("a "), KEYS).holds()).isTrue();
    }

    @Test
    void anUnfinishedMergeIsSaid() throws IOException {
        write("primary-key: table public.a\n<<<<<<< HEAD\n");

        assertRefused(
                "%s:2: a merge was not finished: <<<<<<< HEAD\nKeep the lines of both sides, and take the markers out.");
    }

    @Test
    void aRuleThatThereIsNotIsSaidWithTheNearest() throws IOException {
        write("# by hand\n\nprimary-keys: table public.a\n");

        assertRefused("%s:3: there is no rule primary-keys among those that are checked. Did you mean primary-key?");
    }

    @Test
    void aLineThatIsNoViolationIsSaid() throws IOException {
        write("public.a\n");

        assertRefused("%s:1: public.a\nThis is no violation. A line is a rule, a colon and what breaks it, such as"
                + " primary-key: table public.orders");
    }

    @Test
    void aFileInAnotherEncodingIsSaid() throws IOException {
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.write(file, "primary-key: table public.größe\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused("%s is not text in UTF-8. Save it in that encoding.");
    }

    @Test
    void aFolderIsSaid() throws IOException {
        Files.createDirectories(file);

        assertRefused("%s is a folder. Name a file that is to hold the frozen violations.");
    }

    private static List<String> warningsOf(Runnable action) {
        List<String> warnings = new ArrayList<>();
        Logger logger = Logger.getLogger(FrozenViolations.class.getName());
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                warnings.add(new SimpleFormatter().formatMessage(entry));
            }
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            action.run();
            return warnings;
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> check(FileUpdates.ON, schema("a"), KEYS))
                .isInstanceOfAny(SchemaException.class, TestFileException.class)
                .hasMessage(message.formatted(file));
    }

    private RuleResult check(FileUpdates updates, Schema schema, SchemaRule... rules) {
        return SchemaRules.of(rules).check(schema).without(new FrozenViolations(file, updates), List.of(rules));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.writeString(file, text);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static Schema schema(String... tables) {
        return Schema.of(
                "PostgreSQL",
                "",
                Stream.of(tables)
                        .map(name -> SchemaObject.of(ObjectName.of(ObjectKind.TABLE, "public", name), "", Map.of()))
                        .toList(),
                List.of());
    }
}
