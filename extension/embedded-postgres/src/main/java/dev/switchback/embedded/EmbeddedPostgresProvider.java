package dev.switchback.embedded;

import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.util.Set;
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
 * </ul>
 */
@API(status = API.Status.INTERNAL)
public final class EmbeddedPostgresProvider implements ServerProvider {

    @Override
    public String name() {
        return "embedded-postgres";
    }

    @Override
    public Set<String> options() {
        return Set.of(Archives.OPTION, WorkFolder.OPTION);
    }

    @Override
    public ServerProcess start(ServerRequest request) {
        Platform platform = Platform.current();
        Archives archives =
                Archives.find(platform, request.option(Archives.OPTION).orElse(""));
        Archive archive = archives.choose(request.version());
        WorkFolder folder = WorkFolder.open(request.option(WorkFolder.OPTION).orElse(""));
        try {
            Leftovers.remove(folder);
            Cluster cluster = Cluster.of(Binaries.of(archive, platform, folder), folder);
            return EmbeddedServer.start(cluster, folder, request.settings());
        } catch (IOException e) {
            throw SetUpFailure.of(folder.path(), e);
        }
    }
}
