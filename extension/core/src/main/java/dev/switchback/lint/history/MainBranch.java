package dev.switchback.lint.history;

import static java.util.stream.Collectors.joining;

import dev.switchback.lint.LintException;
import dev.switchback.lint.history.GitRepository.Branch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * The branch that the others come from and go to, and where the checked-out commit left it.
 *
 * @param name as people call it: {@code origin/main}
 * @param base the merge base of both
 */
record MainBranch(String name, RevCommit head, RevCommit tip, RevCommit base) {

    /** The variables in which build servers name the branch that a merge or pull request goes to. */
    private static final List<String> TARGETS = List.of(
            "GITHUB_BASE_REF",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
            "BITBUCKET_PR_DESTINATION_BRANCH",
            "SYSTEM_PULLREQUEST_TARGETBRANCH",
            "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
            "CHANGE_TARGET");

    /** Expression that names a commit and no branch: {@code HEAD~1}. */
    private static final Pattern EXPRESSION = Pattern.compile("[A-Z_]*HEAD|.*[~^:@].*");

    private static final List<String> USUAL = List.of("origin/main", "origin/master", "main", "master");
    private static final int LISTED = 6;

    /**
     * Finds it. The remote's branch is taken before the local one of the same name, which may be old.
     *
     * @param wanted its name; empty if it is to be found
     * @param environment the variables of the process, {@code null} for one that is not set
     * @throws LintException if there is none, or no merge base, with what to do
     */
    static MainBranch of(
            GitRepository repository, Optional<String> wanted, UnaryOperator<@Nullable String> environment) {
        RevCommit head = repository
                .head()
                .orElseThrow(() -> new LintException(
                        "%s has no commit yet, so nothing can be compared with a main branch. Commit first."
                                .formatted(repository.workTree())));
        Set<String> names = candidates(repository, wanted, environment);
        for (String name : names) {
            Optional<RevCommit> tip = repository.commit(name);
            if (tip.isPresent()) {
                RevCommit base = repository
                        .mergeBase(head, tip.get())
                        .orElseThrow(() -> new LintException(noBase(repository, name)));
                return new MainBranch(name, head, tip.get(), base);
            }
        }
        throw new LintException(noBranch(repository, wanted, names));
    }

    private static Set<String> candidates(
            GitRepository repository, Optional<String> wanted, UnaryOperator<@Nullable String> environment) {
        Set<String> names = new LinkedHashSet<>();
        if (wanted.isPresent()) {
            if (!EXPRESSION.matcher(wanted.get()).matches()) {
                names.add("origin/" + wanted.get());
            }
            names.add(wanted.get());
            return names;
        }
        for (String variable : TARGETS) {
            String target = environment.apply(variable);
            if (target != null && !target.isBlank()) {
                String branch = target.replaceFirst("^refs/heads/", "");
                names.add("origin/" + branch);
                names.add(branch);
            }
        }
        repository.target("refs/remotes/origin/HEAD").ifPresent(names::add);
        names.addAll(USUAL);
        return names;
    }

    private static String noBranch(GitRepository repository, Optional<String> wanted, Set<String> looked) {
        List<String> there =
                repository.branches().stream().map(Branch::name).distinct().toList();
        String branches = there.isEmpty()
                ? "no branch at all"
                : "only " + there.stream().limit(LISTED).collect(joining(", "))
                        + (there.size() > LISTED ? " and %d more".formatted(there.size() - LISTED) : "");
        return "The main branch was not found: the repository %s has none of %s, %s.%n%s"
                .formatted(
                        repository.workTree(),
                        String.join(", ", looked),
                        branches,
                        repository.isShallow() || there.isEmpty()
                                ? "The build server has fetched only what it builds. " + fetchAll(wanted.orElse("main"))
                                : "If it has another name, say it: 'main: origin/trunk' under 'history' in switchback-lint.yaml, or --since on the command line. If it was not fetched, run: git fetch origin main:refs/remotes/origin/main");
    }

    private static String noBase(GitRepository repository, String name) {
        return repository.isShallow()
                ? "The merge base with %s cannot be found, because the clone %s is shallow: its history is cut off.%n%s"
                        .formatted(name, repository.workTree(), fetchAll(name.replaceFirst("^origin/", "")))
                : "The merge base with %s cannot be found: the checked-out commit and that branch have no commit in common.%nName the branch that this one comes from: 'main: origin/...' under 'history' in switchback-lint.yaml."
                        .formatted(name);
    }

    private static String fetchAll(String branch) {
        return """
                Have all of it fetched:
                  GitHub Actions   actions/checkout with fetch-depth: 0
                  GitLab CI        the variable GIT_DEPTH: 0
                  elsewhere        git fetch --unshallow origin +refs/heads/%1$s:refs/remotes/origin/%1$s"""
                .formatted(branch);
    }
}
