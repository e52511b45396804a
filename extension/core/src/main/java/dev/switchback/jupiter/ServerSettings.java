package dev.switchback.jupiter;

import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;

/** The settings of a server; equal settings share one. */
record ServerSettings(ServerProvider provider, ServerRequest request) {}
