package dev.switchback.outside;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A build by Maven in a JVM of its own: whether it succeeded, and what it printed. */
record MavenRun(boolean isSuccess, List<String> lines) {

    /** Skips the test that asks where no Maven is installed. */
    static void assumeMaven() throws IOException, InterruptedException {
        boolean isThere;
        try {
            isThere = start(Path.of("."), "--version").waitFor() == 0;
        } catch (IOException missing) {
            isThere = false;
        }
        assumeTrue(isThere, "No mvn on the path: outside projects are not built here.");
    }

    static MavenRun of(Path project, LinkedRepository repository, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository.folder()));
        all.addAll(List.of(arguments));
        Process process = start(project, all.toArray(String[]::new));
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        // Maven begins and ends with signs for the terminal, which are no line
        List<String> lines = Files.readString(output(project), StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[[0-9;]*m", "")
                .lines()
                .toList();
        return new MavenRun(process.exitValue() == 0, lines);
    }

    String text() {
        return String.join("\n", lines);
    }

    private static Process start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("mvn"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.equals(Path.of("."))
                                ? ProcessBuilder.Redirect.DISCARD
                                : ProcessBuilder.Redirect.to(output(folder).toFile()));
        // what the build that runs this test was given is not for a stranger's
        builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_CMD_LINE_ARGS"));
        return builder.start();
    }

    private static Path output(Path folder) {
        return folder.resolve("mvn.log");
    }
}
