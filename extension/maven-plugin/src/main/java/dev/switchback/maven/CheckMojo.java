package dev.switchback.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** All checks: the round trip, the lint, and that the migrations apply on an empty database, run again without changes, are repeatable where they should be, and agree with Flyway's history. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends JudgingMojo {

    /** The rules of the lint, by default switchback-lint.yaml in the module or in a folder above it. */
    @Parameter(property = "switchback.lint-settings")
    @Nullable
    String lintSettings;

    /** To be made by Maven. */
    public CheckMojo() {}

    @Override
    Arguments judgingArguments() {
        return roundTrip(new Arguments("check")).option("--lint-settings", lintSettings);
    }
}
