package dev.switchback.testcontainers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.testcontainers.containers.output.OutputFrame;

/** The last lines that a container wrote. Testcontainers removes a container that failed, and its log with it. */
final class LogTail implements Consumer<OutputFrame> {

    private static final int LINES = 12;

    private final Deque<String> lines = new ArrayDeque<>();

    @Override
    public synchronized void accept(OutputFrame frame) {
        frame.getUtf8String().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        while (lines.size() > LINES) {
            lines.remove();
        }
    }

    @Override
    public synchronized String toString() {
        if (lines.isEmpty()) {
            return "It wrote no log.";
        }
        return lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n", "The end of its log:\n\n", ""));
    }
}
