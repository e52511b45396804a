package dev.switchback.embedded;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops the servers of JVMs that were killed, and removes their folders. */
final class Leftovers {

    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());

    private Leftovers() {}

    /** One after the other: two channels of a JVM on one file would take each other's locks. */
    static synchronized void remove(WorkFolder folder) throws IOException {
        removeIn(folder.scratch(), folder);
        removeIn(folder.servers(), folder);
    }

    private static void removeIn(Path parent, WorkFolder folder) throws IOException {
        List<OwnedFolder> orphans = OwnedFolder.orphans(parent);
        Set<Path> kept =
                StayingServer.toStay(orphans.stream().map(OwnedFolder::path).toList(), folder);
        for (OwnedFolder orphan : orphans) {
            if (kept.contains(orphan.path())) {
                orphan.leave();
                continue;
            }
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
