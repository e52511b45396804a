package dev.switchback.embedded;

import dev.switchback.embedded.Command.Outcome;
import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An initialized data directory that is never started, only copied. PostgreSQL calls a data directory a cluster.
 *
 * @param account who can run it
 * @param password the superuser's, until a server has its own
 */
record Cluster(Binaries binaries, Account account, Path data, String password) {

    static final String SUPERUSER = "postgres";

    /** Changes with whatever makes existing folders useless. */
    private static final String LAYOUT = "1";

    static Cluster of(Binaries binaries, WorkFolder folder) throws IOException {
        List<String> failures = new ArrayList<>();
        for (Account account : folder.root() ? Account.FOR_ROOT : List.of(Account.OWN)) {
            Path place = folder.clusters().resolve(binaries.key() + "-" + account.uid() + "-" + LAYOUT);
            if (!Files.isDirectory(place)) {
                String failure = initialize(binaries, account, folder, place);
                if (SetUpFailure.isFull(failure)) {
                    throw SetUpFailure.full(folder.path(), null);
                }
                if (!failure.isEmpty()) {
                    failures.add("as " + account.name() + ": " + failure);
                    continue;
                }
            }
            String password = Files.readString(place.resolve("password"));
            return new Cluster(binaries, account, place.resolve("data"), password);
        }
        throw new ProvisionException("PostgreSQL could not initialize a data directory.\n\n"
                + String.join("\n\n", failures)
                + (folder.root()
                        ? "\n\nPostgreSQL does not run as root. Install setpriv (util-linux), or run the build as another user."
                        : ""));
    }

    /** @return why it failed, or nothing */
    private static String initialize(Binaries binaries, Account account, WorkFolder folder, Path place)
            throws IOException {
        try (OwnedFolder scratch = OwnedFolder.create(folder.scratch())) {
            Path finished = Files.createDirectory(scratch.path().resolve("finished"));
            account.createFolder(finished.resolve("data"));
            String password = Secret.random();
            Path passwordFile = finished.resolve("data.password");
            Secret.write(passwordFile, password);
            account.own(passwordFile);
            String failure = "";
            for (List<String> locale : locales(binaries.major())) {
                failure = initdb(binaries, account, finished, passwordFile, locale);
                if (failure.isEmpty()) {
                    Files.delete(passwordFile);
                    Secret.write(finished.resolve("password"), password);
                    ServerConfiguration.prepare(finished.resolve("data"), binaries.platform());
                    Binaries.publish(finished, place);
                    break;
                }
            }
            return failure;
        }
    }

    private static String initdb(
            Binaries binaries, Account account, Path folder, Path passwordFile, List<String> locale)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + folder.resolve("data"),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=password",
                "--encoding=UTF8",
                "--no-sync",
                "--no-instructions"));
        arguments.addAll(locale);
        try {
            Outcome outcome = Command.run(account.command(binaries.executable("initdb"), arguments));
            return outcome.succeeded() ? "" : outcome.output();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Since 17 PostgreSQL brings C.UTF-8 itself; before, not every system has it. */
    private static List<List<String>> locales(String major) {
        boolean builtin = !major.isEmpty() && Integer.parseInt(major) >= 17;
        return builtin
                ? List.of(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"))
                : List.of(List.of("--locale=C.UTF-8"), List.of("--locale=C"));
    }
}
