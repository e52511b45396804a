package dev.switchback.cli;

import dev.switchback.lint.LintSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a lint judges. */
final class LintOptions {

    @Option(
            names = "--lint-settings",
            paramLabel = "FILE",
            description = "The rules of the lint; by default switchback-lint.yaml, here or in a folder above it.")
    private @Nullable Path file;

    LintSettings settings(ScopeOptions scope, Environment environment) {
        return scope.in(file == null ? LintSettings.ofProject(environment.folder()) : LintSettings.read(file));
    }
}
