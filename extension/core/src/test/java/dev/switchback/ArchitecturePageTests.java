package dev.switchback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The page that says how the code is arranged, which has to be read to the end. */
class ArchitecturePageTests {

    private static final int MOST_WORDS = 110;

    @Test
    void noParagraphIsLongerThanAReaderSurvives() throws IOException {
        String page = Files.readString(Path.of("../../docs/architecture.md")).replaceAll("(?s)```.*?```", "");

        assertThat(Arrays.stream(page.split("\n\\s*\n")).filter(paragraph -> !paragraph.startsWith("|")))
                .allSatisfy(paragraph -> assertThat(paragraph.strip().split("\\s+"))
                        .as(paragraph)
                        .hasSizeLessThanOrEqualTo(MOST_WORDS));
    }
}
