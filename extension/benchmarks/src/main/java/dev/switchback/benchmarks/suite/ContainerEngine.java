package dev.switchback.benchmarks.suite;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** Docker, or what answers in its place. */
final class ContainerEngine {

    private ContainerEngine() {}

    static boolean isThere() throws InterruptedException {
        try {
            Process info = new ProcessBuilder("docker", "info")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            boolean hasEnded = info.waitFor(10, TimeUnit.SECONDS);
            info.destroy();
            return hasEnded && info.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
