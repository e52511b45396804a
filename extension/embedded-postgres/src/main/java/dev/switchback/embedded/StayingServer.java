package dev.switchback.embedded;

import dev.switchback.provision.KeptServer;
import dev.switchback.provision.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folder of a server that stays after its run, for somebody to look at a database on it. The file with the password, whose form is
 * that of {@code .pgpass}, marks it; how old it is says how long the server has stayed.
 */
final class StayingServer {

    private static final String PASSWORD = "pgpass";
    private static final Duration LONGEST = Duration.ofDays(1);

    /** On one machine, for one user. */
    private static final int MOST = 3;

    private record Candidate(Path folder, Instant since) {}

    private StayingServer() {}

    static KeptServer mark(Path folder, ServerAddress address, long pid) throws IOException {
        URI place = URI.create(address.url().substring("jdbc:".length()));
        Path file = folder.resolve(PASSWORD);
        Secret.write(
                file,
                "%s:%d:*:%s:%s%n".formatted(place.getHost(), place.getPort(), address.user(), address.password()));
        boolean windows = file.getFileSystem().getSeparator().equals("\\");
        return new KeptServer(Optional.of(file), Optional.of((windows ? "taskkill /F /T /PID " : "kill -QUIT ") + pid));
    }

    /** Those of the folders without an owner that are to stay: the newest, if their servers run and are not a day old. */
    static Set<Path> toStay(List<Path> orphans, WorkFolder work) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        Instant oldest = Instant.now().minus(LONGEST);
        for (Path folder : orphans) {
            Path mark = folder.resolve(PASSWORD);
            if (Files.exists(mark)) {
                Candidate candidate =
                        new Candidate(folder, Files.getLastModifiedTime(mark).toInstant());
                if (candidate.since.isAfter(oldest)
                        && Postmaster.of(folder.resolve("data"), work).isPresent()) {
                    candidates.add(candidate);
                }
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::since).reversed())
                .limit(MOST)
                .map(Candidate::folder)
                .collect(Collectors.toSet());
    }
}
