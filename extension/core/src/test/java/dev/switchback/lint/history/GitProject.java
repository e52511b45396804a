package dev.switchback.lint.history;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.files.MigrationNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.CreateBranchCommand.SetupUpstreamMode;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A project in a real git repository. */
final class GitProject {

    static final String FOLDER = "src/main/resources/db/migration";

    private static final PersonIdent AUTHOR =
            new PersonIdent("Ada", "ada@example.org", Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC);

    private final Path root;

    private interface Command {
        void run(Git git) throws GitAPIException, IOException;
    }

    private GitProject(Path root) {
        this.root = root;
    }

    /** A repository without a commit. */
    @SuppressWarnings("try")
    static GitProject create(Path root, String branch) {
        GitProject project = new GitProject(root);
        try (QuietGit quiet = QuietGit.begin();
                Git git = Git.init()
                        .setDirectory(root.toFile())
                        .setInitialBranch(branch)
                        .call()) {
            Files.createDirectories(project.folder());
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException(e);
        }
        return project;
    }

    /** A folder in which git is already. */
    static GitProject at(Path root) {
        return new GitProject(root);
    }

    /** A clone with all history, or with a part of it. */
    @SuppressWarnings("try")
    GitProject clone(Path to, int depth, String branch) {
        try (QuietGit quiet = QuietGit.begin()) {
            var command = Git.cloneRepository()
                    .setURI(root.toUri().toString())
                    .setDirectory(to.toFile())
                    .setBranch(branch);
            if (depth > 0) {
                command.setDepth(depth).setCloneAllBranches(false).setBranchesToClone(List.of("refs/heads/" + branch));
            }
            command.call().close();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
        return new GitProject(to);
    }

    Path root() {
        return root;
    }

    Path folder() {
        return root.resolve(FOLDER);
    }

    GitProject write(String name, String text) {
        try {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    GitProject delete(String name) {
        try {
            Files.delete(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    GitProject rename(String from, String to) {
        try {
            Files.move(folder().resolve(from), folder().resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    GitProject commit() {
        return run(git -> {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            git.commit()
                    .setMessage("Change")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setAllowEmpty(true)
                    .setSign(false)
                    .call();
        });
    }

    GitProject branch(String name) {
        return run(git -> git.checkout()
                .setCreateBranch(true)
                .setUpstreamMode(SetupUpstreamMode.NOTRACK)
                .setName(name)
                .call());
    }

    GitProject orphan(String name) {
        return run(git -> git.checkout().setOrphan(true).setName(name).call());
    }

    GitProject checkout(String name) {
        return run(git -> git.checkout().setName(name).call());
    }

    /** The checked-out commit without a branch, as on build servers. */
    GitProject detach() {
        return run(git -> git.checkout()
                .setName(git.getRepository().resolve("HEAD").name())
                .call());
    }

    GitProject merge(String other) {
        return run(git -> git.merge()
                .include(git.getRepository().resolve(other))
                .setMessage("Merge")
                .call());
    }

    GitProject deleteBranch(String name) {
        return run(git -> git.branchDelete().setBranchNames(name).setForce(true).call());
    }

    /** Fetches one branch of the origin, whole or cut off. */
    GitProject fetch(String branch, int depth) {
        return run(git -> {
            var command = git.fetch().setRefSpecs("+refs/heads/" + branch + ":refs/remotes/origin/" + branch);
            if (depth > 0) {
                command.setDepth(depth);
            }
            command.call();
        });
    }

    @SuppressWarnings("try")
    private GitProject run(Command command) {
        try (QuietGit quiet = QuietGit.begin();
                Git git = Git.open(root.toFile())) {
            command.run(git);
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    MigrationFiles files() {
        return MigrationFiles.in(
                List.of(real(folder())), MigrationNames.of(Flyway.configure()), StandardCharsets.UTF_8, List.of());
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<LintFinding> lint() {
        return lint(LintSettings.defaults());
    }

    List<LintFinding> lint(LintSettings settings) {
        return lint(settings, Flyway.configure(), Map.of());
    }

    List<LintFinding> lint(LintSettings settings, FluentConfiguration flyway, Map<String, String> environment) {
        return HistoryLint.of(files(), settings, flyway, environment::get);
    }

    /** The findings by rule and problem. */
    static List<String> told(List<LintFinding> findings) {
        return findings.stream()
                .map(finding -> finding.title().replaceAll("\\([0-9a-f]{8}\\)", "(...)"))
                .toList();
    }
}
