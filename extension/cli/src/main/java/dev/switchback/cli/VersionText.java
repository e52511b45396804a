package dev.switchback.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar, as its manifest has it. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return new String[] {"switchback " + Objects.requireNonNullElse(version, "(not from a jar)")};
    }
}
