package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The platform that the binaries must be built for.
 *
 * @param artifact the end of the name of the Maven artifact that has them
 * @param resource the archive in it
 */
record Platform(String artifact, String resource) {

    static Platform current() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
        if (os.startsWith("linux") && alpine && intel) {
            return new Platform("linux-amd64-alpine", "postgres-linux-x86_64-alpine_linux.txz");
        }
        if (os.startsWith("linux") && alpine) {
            throw unavailable("Alpine Linux", osArch);
        }
        if (os.startsWith("linux") && intel) {
            return new Platform("linux-amd64", "postgres-linux-x86_64.txz");
        }
        if (os.startsWith("linux") && arm) {
            return new Platform("linux-arm64v8", "postgres-linux-arm_64.txz");
        }
        if (os.startsWith("mac") && intel) {
            return new Platform("darwin-amd64", "postgres-darwin-x86_64.txz");
        }
        if (os.startsWith("mac") && arm) {
            return new Platform("darwin-arm64v8", "postgres-darwin-arm_64.txz");
        }
        // Windows on ARM emulates x86-64.
        if (os.startsWith("windows") && (intel || arm)) {
            return new Platform("windows-amd64", "postgres-windows-x86_64.txz");
        }
        throw unavailable(osName, osArch);
    }

    private static ProvisionException unavailable(String os, String arch) {
        return new ProvisionException("There is no embedded PostgreSQL for " + os + " on " + arch + "."
                + "\n\nIt runs on Linux and macOS (x86-64, ARM64), on Alpine Linux and on Windows (x86-64). Here, name a server"
                + " that runs already: switchback.server = url and switchback.url = jdbc:postgresql://...");
    }

    boolean windows() {
        return artifact.startsWith("windows");
    }

    String executable(String name) {
        return windows() ? name + ".exe" : name;
    }
}
