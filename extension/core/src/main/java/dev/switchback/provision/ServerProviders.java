package dev.switchback.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of server that can be had, and which of them is taken. */
public final class ServerProviders {

    private final List<ServerProvider> discovered;

    ServerProviders(List<ServerProvider> discovered) {
        this.discovered = List.copyOf(discovered);
    }

    /** Those on the class path. */
    public static ServerProviders installed() {
        return new ServerProviders(ServiceLoader.load(ServerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The provider of this name or, if the name is empty, the only one that is there. The name {@code url} is always
     * known: a server that runs already, named by {@code switchback.url}, {@code switchback.user} and {@code
     * switchback.password}.
     *
     * @throws ProvisionException if there is none, or if there is a choice to be made, with how to make it
     */
    public ServerProvider choose(String name) {
        return name.isEmpty() ? single() : named(name);
    }

    /** The configuration parameters that any of them reads, or a server given by its URL. */
    public Set<String> options() {
        return Stream.concat(discovered.stream(), Stream.of(new UrlServerProvider()))
                .flatMap(provider -> provider.options().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private ServerProvider single() {
        if (discovered.isEmpty()) {
            throw new ProvisionException(none());
        }
        if (discovered.size() > 1) {
            throw new ProvisionException("Several kinds of database server are on the class path:\n\n"
                    + list(discovered) + "\n\nChoose one with @TestDatabase(server = \""
                    + discovered.get(0).name() + "\") or, for all tests, with switchback.server = "
                    + discovered.get(0).name() + " in junit-platform.properties.");
        }
        return discovered.get(0);
    }

    private ServerProvider named(String name) {
        List<ServerProvider> all = new ArrayList<>(discovered);
        all.add(new UrlServerProvider());
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProvisionException("There is no kind of database server named \"" + name
                        + "\". These are on the class path:\n\n" + list(all)
                        + "\n\nCheck the name, or add the dependency that brings it."));
    }

    private static String list(List<ServerProvider> providers) {
        return providers.stream()
                .map(provider ->
                        "  " + provider.name() + "  (" + provider.getClass().getName() + ")")
                .collect(Collectors.joining("\n"));
    }

    private static String none() {
        return "No database server is on the class path.\n\n" + ConnectionGuide.embeddedServers()
                + "Or name a server that runs already with switchback.server = url and switchback.url = "
                + ConnectionGuide.exampleUrls();
    }
}
