package dev.switchback.report;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The process that all JVMs of one build have in common: the build tool, which starts them, be it through a shell. */
final class BuildProcess {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "cmd.exe");

    private BuildProcess() {}

    /** A text that no other process of the machine has, then or later. */
    static String id() {
        ProcessHandle own = ProcessHandle.current();
        return id(own.parent()
                .map(parent -> isShell(parent)
                        ? parent.parent().filter(BuildProcess::isJava).orElse(own)
                        : parent)
                .filter(BuildProcess::isJava)
                .orElse(own));
    }

    /** The same of this JVM, where it is the build tool. */
    static String own() {
        return id(ProcessHandle.current());
    }

    private static String id(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static boolean isShell(ProcessHandle process) {
        return program(process).filter(SHELLS::contains).isPresent();
    }

    private static boolean isJava(ProcessHandle process) {
        return program(process).filter(name -> name.startsWith("java")).isPresent();
    }

    private static Optional<String> program(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()));
    }
}
