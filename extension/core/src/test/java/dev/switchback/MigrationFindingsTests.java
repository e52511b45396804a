package dev.switchback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class MigrationFindingsTests {

    private static AssertionFailedError failure(String text) {
        Finding finding = new Finding("undo-incomplete", Severity.FAIL, "V7__many: the undo fails", text);
        return catchThrowableOfType(
                AssertionFailedError.class,
                () -> MigrationFindings.failOn(List.of(finding), (Map<String, String> entry) -> {}));
    }

    private static String text(int objects, int statements) {
        return "V7__many: the undo fails\n\n  It leaves:\n\n"
                + IntStream.rangeClosed(1, objects)
                        .mapToObj(i -> "    + table public.t%s\n        more of it\n".formatted(i))
                        .collect(Collectors.joining())
                + "\n  To bring it back:\n\n"
                + "    DROP TABLE t;\n".repeat(statements);
    }

    @Test
    void aShortDifferenceIsToldWhole() {
        assertThat(failure(text(20, 20)).getMessage()).isEqualTo(text(20, 20));
    }

    @Test
    void aLongDifferenceIsCutAndStandsInAFile() throws IOException {
        String message = String.valueOf(failure(text(33, 21)).getMessage());

        String file = message.lines()
                .filter(line -> line.startsWith("    and 13 more objects: the whole text is in "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .collect(Collectors.joining());
        assertThat(message)
                .contains("    + table public.t20\n        more of it\n    and 13 more objects:")
                .doesNotContain("public.t21")
                .contains("\n\n  To bring it back:\n\n")
                .contains("    DROP TABLE t;\n    and 1 more statement: ");
        assertThat(Files.readString(Path.of(file))).isEqualTo(text(33, 21));
    }

    @Test
    void aVerdictSaysNothingOfWhereInsideItWasReached() {
        assertThat(failure("text").getStackTrace()).isNotEmpty().noneMatch(frame -> frame.getClassName()
                .equals(MigrationFindings.class.getName()));
    }
}
