package dev.switchback.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Says what each migration locks, rewrites, reads through and loses, and judges names, texts and history of the files. */
@Mojo(
        name = "lint",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LintMojo extends ReportingMojo {

    /** Judges files and their history alone, without a database. */
    @Parameter(property = "switchback.files-only", defaultValue = "false")
    boolean filesOnly;

    /** The rules of the lint, by default switchback-lint.yaml in the module or in a folder above it. */
    @Parameter(property = "switchback.lint-settings")
    @Nullable
    String lintSettings;

    /** To be made by Maven. */
    public LintMojo() {}

    @Override
    Arguments judgingArguments() {
        return new Arguments("lint").flag("--files-only", filesOnly).option("--lint-settings", lintSettings);
    }

    @Override
    String failure() {
        return "The lint has findings: see them above" + seeReport();
    }
}
