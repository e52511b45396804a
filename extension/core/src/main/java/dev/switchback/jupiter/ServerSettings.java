package dev.switchback.jupiter;

import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;

/** Which server; equal settings share one. */
record ServerSettings(ServerProvider provider, ServerRequest request) {}
