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
 * @param place the folder that has it, in {@code data}, and what is known of it
 * @param password the superuser's, until a server has its own
 */
record Cluster(Binaries binaries, Account account, Path place, String password) {

    static final String SUPERUSER = "postgres";

    /** Changes with whatever makes existing folders useless. */
    private static final String LAYOUT = "4";

    private static final String DATA = "data";
    private static final String MANIFEST = "manifest";
    private static final String PASSWORD = "password";

    static Cluster of(Binaries binaries, WorkFolder folder) throws IOException {
        List<String> failures = new ArrayList<>();
        for (Account account : Account.usable(folder.root())) {
            Path place = folder.clusters().resolve(nameOf(binaries, account));
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
            return at(place, binaries, account);
        }
        throw new ProvisionException("PostgreSQL could not initialize a data directory.\n\n"
                + String.join("\n\n", failures)
                + remedy(folder));
    }

    private static String remedy(WorkFolder folder) {
        if (folder.root()) {
            return "\n\nPostgreSQL does not run as root. Install setpriv (util-linux), or run the build as another user.";
        }
        return UsualFolders.isUserKnown()
                ? ""
                : "\n\nPostgreSQL runs only as a user that the system knows. Give this one an entry in /etc/passwd, or run the build"
                        + " as a user that has one.";
    }

    /** Equal for data directories that the same program and account made in the same way. */
    static String nameOf(Binaries binaries, Account account) {
        return binaries.key() + "-" + account.uid() + "-" + LAYOUT;
    }

    static Cluster at(Path place, Binaries binaries, Account account) throws IOException {
        return new Cluster(binaries, account, place, Files.readString(place.resolve(PASSWORD)));
    }

    /** Makes what is in a folder a cluster: writes down its files and the password. */
    static void complete(Path place, String password) throws IOException {
        Manifest.of(place.resolve(DATA)).write(place.resolve(MANIFEST));
        Secret.write(place.resolve(PASSWORD), password);
    }

    /** Removes it, so that it is made again. */
    void remove() throws IOException {
        Files.deleteIfExists(place.resolve(PASSWORD));
        Trees.delete(place);
    }

    String name() {
        return nameOf(binaries, account);
    }

    /** Copies the data directory, which becomes the account's. */
    void copyTo(Path copy) throws IOException {
        Manifest.read(place.resolve(MANIFEST)).copy(place.resolve(DATA), copy, account);
    }

    /** @return why it failed, or nothing */
    private static String initialize(Binaries binaries, Account account, WorkFolder folder, Path place)
            throws IOException {
        try (OwnedFolder scratch = OwnedFolder.create(folder.scratch())) {
            Path finished = OpenFolders.create(scratch.path().resolve("finished"));
            account.createFolder(finished.resolve("data"));
            String password = Secret.random();
            Path passwordFile = finished.resolve("data.password");
            Secret.write(passwordFile, password);
            account.own(passwordFile);
            String failure = "";
            for (List<String> locale : locales(binaries)) {
                failure = initdb(binaries, account, finished, passwordFile, locale);
                if (failure.isEmpty()) {
                    Files.delete(passwordFile);
                    ServerConfiguration.prepare(finished.resolve(DATA), binaries);
                    complete(finished, password);
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
    private static List<List<String>> locales(Binaries binaries) {
        return binaries.isAtLeast(17)
                ? List.of(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"))
                : List.of(List.of("--locale=C.UTF-8"), List.of("--locale=C"));
    }
}
