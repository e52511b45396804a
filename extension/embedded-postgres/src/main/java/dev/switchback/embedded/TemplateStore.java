package dev.switchback.embedded;

import dev.switchback.provision.KeptTemplates;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Data directories with templates in them, which servers of earlier runs have left for those to come. One is there as a whole or not at
 * all, is only copied, and goes when it has not been of use for long. What goes wrong here costs time, never a test.
 *
 * @param folder where they are
 * @param scratch where they are made
 * @param cluster the name of the cluster that they have grown from
 * @param settings of the server
 */
record TemplateStore(Path folder, Path scratch, String cluster, String settings, KeptTemplates templates) {

    static final String OPTION = "switchback.cache";

    private static final System.Logger LOG = System.getLogger(TemplateStore.class.getName());
    private static final String ON = "on";
    private static final String OFF = "off";

    /** None if nothing is to be kept, or there is no place for it. */
    static Optional<TemplateStore> of(ServerRequest request, Cluster cluster, WorkFolder work) {
        String place = request.option(OPTION).orElse(ON);
        if (request.templates().isEmpty() || place.equals(OFF)) {
            return Optional.empty();
        }
        Path root = place.equals(ON) ? work.path() : Path.of(place).toAbsolutePath();
        try {
            return Optional.of(new TemplateStore(
                    Files.createDirectories(root.resolve("templates")),
                    Files.createDirectories(root.resolve("scratch")),
                    cluster.name(),
                    new TreeMap<>(request.settings()).toString(),
                    request.templates().get()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Templates cannot be kept in " + root + ", which " + OPTION + " names", e);
            return Optional.empty();
        }
    }

    /** Starts a server in some cluster. */
    @FunctionalInterface
    interface Start {
        EmbeddedServer in(Cluster cluster, boolean isPlain) throws IOException;
    }

    /** A server that has the template that is wanted, or else those that were wanted at the same place; empty if there is none. */
    Optional<EmbeddedServer> start(Cluster plain, Start start) {
        // two channels of a JVM on one file would take each other's locks
        synchronized (TemplateStore.class) {
            return startOneByOne(plain, start);
        }
    }

    private Optional<EmbeddedServer> startOneByOne(Cluster plain, Start start) {
        for (StoredTemplates stored : candidates()) {
            try (StoredTemplates.Use use = stored.use()) {
                if (use.isGranted()) {
                    Cluster cluster = Cluster.at(stored.path(), plain.binaries(), plain.account());
                    EmbeddedServer server = start.in(cluster, stored.areAlone());
                    stored.touch();
                    return Optional.of(server);
                }
            } catch (IOException | ProvisionException e) {
                if (SetUpFailure.isFull(e)) {
                    // They are as good as before; the start without them tells what is full.
                    LOG.log(Level.WARNING, "Kept templates are not used: " + e.getMessage());
                } else {
                    LOG.log(Level.WARNING, "Kept templates are of no use and are removed: " + e.getMessage());
                    stored.remove();
                }
            }
        }
        return Optional.empty();
    }

    private List<StoredTemplates> candidates() {
        List<StoredTemplates> fitting = all().stream()
                .filter(stored -> stored.isOf(cluster, settings, templates.server()))
                .toList();
        Optional<StoredTemplates> wanted = fitting.stream()
                .filter(stored -> templates.wanted().filter(stored::has).isPresent())
                .findFirst();
        // what a template has brought beside databases would be strange to others
        return wanted
                .or(() -> fitting.stream()
                        .filter(stored -> stored.areAlone() && stored.isFrom(templates.place()))
                        .findFirst())
                .stream()
                .toList();
    }

    /** Those that are whole, the last used first. */
    private List<StoredTemplates> all() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .flatMap(path -> StoredTemplates.read(path).stream())
                    .sorted(Comparator.comparing(StoredTemplates::lastUsed).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Fills a folder with a data directory and what a cluster has beside it. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /** Keeps a data directory. */
    void add(Set<String> digests, boolean areAlone, Filling filling) {
        try (OwnedFolder work = OwnedFolder.create(scratch)) {
            Path finished = Files.createDirectory(work.path().resolve("finished"));
            filling.into(finished);
            StoredTemplates.write(finished, this, digests, areAlone);
            Path place = folder.resolve(work.path().getFileName());
            Binaries.publish(finished, place);
            synchronized (TemplateStore.class) {
                StoredTemplates.tidy(all(), place);
                removeUnreadable();
            }
            for (OwnedFolder orphan : OwnedFolder.orphans(scratch)) {
                orphan.close();
            }
        } catch (IOException e) {
            String reason = SetUpFailure.isFull(e) ? ", because there is no space; make room" : "";
            LOG.log(
                    Level.WARNING,
                    "Templates cannot be kept in " + folder + reason + " (" + OPTION + " = off switches that off)",
                    e);
        }
    }

    /** Folders that somebody has begun to remove. */
    private void removeUnreadable() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path path : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                if (StoredTemplates.read(path).isEmpty()) {
                    Trees.delete(path);
                }
            }
        }
    }
}
