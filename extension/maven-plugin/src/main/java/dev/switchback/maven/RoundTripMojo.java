package dev.switchback.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Takes each migration up, down and up again, and compares schema and rows at each turn. */
@Mojo(
        name = "roundtrip",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class RoundTripMojo extends JudgingMojo {

    /** To be made by Maven. */
    public RoundTripMojo() {}

    @Override
    Arguments judgingArguments() {
        return roundTrip(new Arguments("roundtrip"));
    }
}
