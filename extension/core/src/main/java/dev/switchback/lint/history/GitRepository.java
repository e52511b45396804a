package dev.switchback.lint.history;

import dev.switchback.lint.LintException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** A git repository that is only read. Used by one thread, and closed soon. */
final class GitRepository implements AutoCloseable {

    private final QuietGit quiet;
    private final Repository repository;
    private final RevWalk walk;
    private final Path workTree;

    /** A file of a commit; its id tells contents apart. */
    record Entry(String path, ObjectId id) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        String folder() {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
    }

    /** A branch, by the name that people give it: {@code origin/main}. */
    record Branch(String name, RevCommit tip) {}

    private GitRepository(QuietGit quiet, Repository repository) throws IOException {
        this.quiet = quiet;
        this.repository = repository;
        this.walk = new RevWalk(repository);
        this.workTree = repository.getWorkTree().toPath().toRealPath();
    }

    /** The repository whose working tree has a folder; empty if there is none. */
    static Optional<GitRepository> around(Path folder) {
        QuietGit quiet = QuietGit.begin();
        try {
            FileRepositoryBuilder builder =
                    new FileRepositoryBuilder().findGitDir(existing(folder).toFile());
            if (builder.getGitDir() != null) {
                Repository found = builder.setMustExist(true).build();
                if (!found.isBare()) {
                    return Optional.of(new GitRepository(quiet, found));
                }
                found.close();
            }
        } catch (RepositoryNotFoundException none) {
            // what is called .git is none
        } catch (IOException | IllegalArgumentException e) {
            quiet.close();
            throw new LintException("The git repository around %s cannot be read: %s".formatted(folder, e), e);
        }
        quiet.close();
        return Optional.empty();
    }

    private static Path existing(Path folder) throws IOException {
        Path at = folder.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at.toRealPath();
    }

    /** The root of the working tree. */
    Path workTree() {
        return workTree;
    }

    boolean isShallow() {
        return reading(() -> !repository.getObjectDatabase().getShallowCommits().isEmpty());
    }

    /** The checked-out commit; empty before the first one. */
    Optional<RevCommit> head() {
        return commit(Constants.HEAD);
    }

    /** The branch that is checked out; empty where a commit is. */
    Optional<String> currentBranch() {
        return reading(() -> Optional.ofNullable(repository.getFullBranch())
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .map(Repository::shortenRefName));
    }

    /** A commit by any name that git knows. */
    Optional<RevCommit> commit(String name) {
        return reading(() -> {
            ObjectId id = resolved(name);
            return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id));
        });
    }

    private @Nullable ObjectId resolved(String name) throws IOException {
        try {
            return repository.resolve(name + "^{commit}");
        } catch (RevisionSyntaxException | AmbiguousObjectException | IncorrectObjectTypeException notACommit) {
            return null;
        }
    }

    /** The name of the branch that a symbolic name stands for, such as {@code refs/remotes/origin/HEAD}. */
    Optional<String> target(String name) {
        return reading(() -> Optional.ofNullable(repository.exactRef(name))
                .filter(Ref::isSymbolic)
                .map(ref -> Repository.shortenRefName(ref.getTarget().getName())));
    }

    /** All branches, local ones first. */
    List<Branch> branches() {
        return reading(() -> {
            List<Branch> branches = new ArrayList<>();
            for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES)) {
                for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                    if (!ref.isSymbolic() && ref.getObjectId() != null) {
                        branches.add(new Branch(
                                Repository.shortenRefName(ref.getName()), walk.parseCommit(ref.getObjectId())));
                    }
                }
            }
            return branches;
        });
    }

    /** The newest commit that both have among their ancestors. */
    Optional<RevCommit> mergeBase(RevCommit one, RevCommit other) {
        return reading(() -> {
            List<RevCommit> bases = new ArrayList<>();
            walk.reset();
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(other));
            for (RevCommit base = walk.next(); base != null; base = walk.next()) {
                bases.add(walk.parseCommit(base));
            }
            walk.reset();
            walk.setRevFilter(RevFilter.ALL);
            return bases.stream().max(Comparator.comparingInt(RevCommit::getCommitTime));
        });
    }

    /**
     * The files of a commit below some folders whose names are wanted.
     *
     * @param folders as seen from the root, with slashes; none for all there are
     */
    List<Entry> files(RevCommit commit, List<String> folders, Predicate<String> isWanted) {
        return reading(() -> {
            List<Entry> found = new ArrayList<>();
            try (TreeWalk tree = new TreeWalk(repository)) {
                tree.addTree(commit.getTree());
                tree.setRecursive(true);
                tree.setFilter(
                        folders.isEmpty() || folders.contains("")
                                ? TreeFilter.ALL
                                : PathFilterGroup.createFromStrings(folders));
                while (tree.next()) {
                    if (isWanted.test(tree.getNameString())) {
                        found.add(new Entry(tree.getPathString(), tree.getObjectId(0)));
                    }
                }
            }
            return found;
        });
    }

    /** The bytes of a file of a commit. */
    byte[] content(Entry entry) {
        return reading(() -> repository.open(entry.id(), Constants.OBJ_BLOB).getBytes());
    }

    /** The id that git would give a content, if the attributes of its path change nothing. */
    static ObjectId id(byte[] content) {
        return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new LintException(
                    "The git repository %s cannot be read: %s%s"
                            .formatted(
                                    workTree,
                                    e.getMessage(),
                                    e instanceof MissingObjectException
                                            ? ". Objects are missing: fetch them all, as with git fetch --refetch origin"
                                            : ""),
                    e);
        }
    }

    @Override
    public void close() {
        walk.close();
        repository.close();
        quiet.close();
    }
}
