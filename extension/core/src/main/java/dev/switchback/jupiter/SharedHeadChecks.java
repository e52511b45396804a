package dev.switchback.jupiter;

import dev.switchback.migration.HeadChecks;
import dev.switchback.provision.Server;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The checks of a class's migrations as a whole; its tests share them. */
record SharedHeadChecks(HeadChecks checks) implements StoreResource {

    private record Key(RoundTripRequest request) {}

    static HeadChecks of(ExtensionContext context) {
        RoundTripRequest request = SettingsReader.roundTrip(context);
        ExtensionContext shared =
                context.getTestMethod().flatMap(test -> context.getParent()).orElse(context);
        return StoreResource.in(
                        shared.getStore(StoreResource.NAMESPACE),
                        new Key(request),
                        SharedHeadChecks.class,
                        () -> create(request, SwitchbackSession.of(context)))
                .checks();
    }

    private static SharedHeadChecks create(RoundTripRequest request, SwitchbackSession session) {
        Server server = session.server(request.database());
        return new SharedHeadChecks(
                HeadChecks.of(server, request.database().flyway().configuration(server.product()), request.settings()));
    }

    @Override
    public void close() {
        checks.close();
    }
}
