package dev.switchback.embedded;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/** Stops the servers of JVMs that were killed, and removes their folders. */
final class Leftovers {

    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());

    private Leftovers() {}

    static void remove(WorkFolder folder) throws IOException {
        removeIn(folder.scratch(), folder);
        removeIn(folder.servers(), folder);
    }

    private static void removeIn(Path parent, WorkFolder folder) throws IOException {
        for (OwnedFolder orphan : OwnedFolder.orphans(parent)) {
            try (orphan) {
                Optional<Postmaster> postmaster = Postmaster.of(orphan.path().resolve("data"), folder);
                if (postmaster.isPresent()) {
                    postmaster.get().stop();
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Left over from a run that was killed: " + orphan.path(), e);
            }
        }
    }
}
