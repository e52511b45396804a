package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class JooqLogoTests {

    /** A program that renders its first statement, in a session of Switchback or without one. */
    static final class FirstStatement {

        private FirstStatement() {}

        public static void main(String... arguments) {
            if (arguments[0].equals("session")) {
                new SwitchbackSession().close();
            }
            System.out.println(DSL.using(SQLDialect.DEFAULT).selectOne().getSQL());
        }
    }

    @Test
    void aTestRunPrintsNoLogoOfJooq() throws Exception {
        assertThat(printed("session")).isEqualTo("select 1 \"one\"\n");
    }

    @Test
    void aBuildThatAsksForTheLogoGetsIt() throws Exception {
        assertThat(printed("session", "-Dorg.jooq.no-logo=false"))
                .contains("@@@@")
                .doesNotContain("tip");
    }

    @Test
    void withoutASessionJooqLogsAsItLikes() throws Exception {
        assertThat(printed("alone")).contains("@@@@");
    }

    private static String printed(String way, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(), FirstStatement.class.getName(), way));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.replace("\r\n", "\n");
    }

    /** The class path without SLF4J, so that jOOQ logs to the console by java.util.logging. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
