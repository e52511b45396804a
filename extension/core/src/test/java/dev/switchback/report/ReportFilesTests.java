package dev.switchback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTests {

    private final Path page;

    ReportFilesTests(@TempDir Path folder) {
        page = folder.resolve("target/switchback/report.html");
    }

    private void add(String run, ReportedHistory history) throws IOException {
        ReportFiles.ofRun(page, run).add(List.of(history));
    }

    @Test
    void severalClassesOfOneBuildAreInOnePage() throws IOException {
        add("build", Histories.of("holds", List.of()));
        add("build", Histories.failing("breaks", 1));

        assertThat(Files.readString(page)).containsSubsequence("<h2>breaks</h2>", "<h2>holds</h2>");
        assertThat(page.resolveSibling("report.json"))
                .content()
                .containsSubsequence("\"title\":\"breaks\"", "\"title\":\"holds\"");
    }

    @Test
    void aClassThatRunsAgainTakesThePlaceOfItsOldVerdicts() throws IOException {
        add("build", Histories.failing("shop", 1));
        add("build", Histories.of("shop", List.of(Histories.step(1, Severity.NOTICE))));

        assertThat(Files.readString(page)).containsOnlyOnce("<h2>shop</h2>").doesNotContain("something fails");
    }

    @Test
    void anotherBuildBeginsAnew() throws IOException {
        add("yesterday", Histories.failing("gone", 1));
        add("today", Histories.of("here", List.of()));

        assertThat(Files.readString(page)).contains("<h2>here</h2>").doesNotContain("<h2>gone</h2>");
    }

    @Test
    void thoseWhoWriteAtTheSameTimeLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> writers = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        add("build", Histories.of("class " + i, List.of()));
                        return null;
                    })
                    .toList();
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Files.readString(page).split("<h2>", -1)).hasSize(9);
    }

    @Test
    void whatIsTextIsNoMarkup() throws IOException {
        add("build", Histories.failing("<script>alert(1)</script> & co", 1));

        assertThat(Files.readString(page))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co", "+ column &lt;x&gt; &amp; more")
                .doesNotContain("<script>alert");
    }
}
