package dev.switchback.cli;

import dev.switchback.text.ProgressLine;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The progress of a call, beside its result: of what is done within two seconds nothing is told. Thread-safe. */
final class CallProgress implements AutoCloseable {

    private final Supplier<Optional<String>> ofCall;
    private final ProgressLine line;
    private volatile Supplier<Optional<String>> text;

    /**
     * Prints nothing before the first tick.
     *
     * @param command that is called
     * @param nanoTime the clock
     */
    CallProgress(String command, PrintWriter err, boolean isTerminal, LongSupplier nanoTime) {
        long began = nanoTime.getAsLong();
        this.ofCall = () -> Optional.of(
                "switchback " + command + ", " + ProgressLine.inWords(Duration.ofNanos(nanoTime.getAsLong() - began)));
        this.text = ofCall;
        this.line = new ProgressLine(
                () -> text.get(),
                part -> {
                    err.print(part);
                    err.flush();
                },
                isTerminal);
    }

    /** Begins to print by itself. */
    static CallProgress start(String command, PrintWriter err) {
        CallProgress progress = new CallProgress(command, err, ProgressLine.isTerminal(), System::nanoTime);
        progress.line.start();
        return progress;
    }

    /** That of a call of which nobody is to be told how far it is. */
    static CallProgress untold() {
        return new CallProgress("", new PrintWriter(Writer.nullWriter()), false, System::nanoTime);
    }

    /** Tells something else, as long as an action runs. */
    <T> T telling(Supplier<Optional<String>> other, Supplier<T> action) {
        text = other;
        try {
            return action.get();
        } finally {
            text = ofCall;
        }
    }

    /** The same output, before which the line is taken from the terminal. */
    PrintWriter before(PrintWriter out) {
        return new PrintWriter(new Erasing(out), true);
    }

    void tick() {
        line.tick();
    }

    @Override
    public void close() {
        line.close();
    }

    private final class Erasing extends FilterWriter {

        Erasing(Writer out) {
            super(out);
        }

        @Override
        public void write(int character) throws IOException {
            line.erase();
            super.write(character);
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            line.erase();
            super.write(characters, from, length);
        }

        @Override
        public void write(String characters, int from, int length) throws IOException {
            line.erase();
            super.write(characters, from, length);
        }
    }
}
