package dev.switchback.lint.files;

import dev.switchback.lint.LintFinding;
import dev.switchback.migration.script.ScriptText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;

/** Passwords, keys and tokens in scripts. A finding never repeats them. */
final class Credentials {

    private static final String WHY =
            "Whoever reads the repository has it, and it stays in its history. Change it where it is in use, and take it from a placeholder, such as %s, whose value the environment gives.";

    /** Pattern of a credential, and the group of a match that is the secret. */
    private record Kind(String name, Pattern pattern, boolean inComments) {}

    private static final List<Kind> KINDS = List.of(
            kind(
                    "the password of a role",
                    "\\bpassword\\s+(?:e|u&)?(?<quote>'{1,2})(?<secret>[^'\\s;][^']*)\\k<quote>",
                    false),
            kind(
                    "a password in options",
                    "\\b(?:options\\s*\\([^;)]*?|,\\s*(?:set\\s+|add\\s+)?)(?:password|passwd|secret|secret_key|api_key|aws_secret_access_key)\\s+'(?<secret>(?:[^']|'')*)'",
                    false),
            kind(
                    "a password in a connection string",
                    "(?:host|hostaddr|dbname|user|port)\\s*=\\s*[^']*?\\bpassword\\s*=\\s*(?:'')?(?<secret>[^\\s'&;]+)",
                    true),
            kind(
                    "a password in a connection string",
                    "'[^']*?\\bpassword\\s*=\\s*(?:'')?(?<secret>[^\\s'&;]+)(?:'')?\\s[^']*?\\b(?:host|hostaddr|dbname|user)\\s*=",
                    true),
            kind("a password in a URL", "\\b[a-z][a-z0-9+.-]*://[^\\s:/@'\"]+:(?<secret>[^\\s@/'\"]+)@", true),
            kind("a password in a URL", "\\bjdbc:[^\\s'\"]*[?&;]password=(?<secret>[^&;\\s'\"]+)", true),
            kind("a private key", "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----(?<secret>)", true),
            token("an access key of AWS", "\\b(?<secret>(?:AKIA|ASIA)[0-9A-Z]{16})\\b"),
            token("a token of GitHub", "\\b(?<secret>gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})\\b"),
            token("a token of GitLab", "\\b(?<secret>glpat-[A-Za-z0-9_-]{20,})"),
            token("a token of Slack", "\\b(?<secret>xox[abeoprs]-[A-Za-z0-9-]{10,})"),
            token("a key of Stripe", "\\b(?<secret>[rs]k_live_[A-Za-z0-9]{16,})"),
            token("a key of Google", "\\b(?<secret>AIza[0-9A-Za-z_-]{35})"),
            token("a token of npm", "\\b(?<secret>npm_[A-Za-z0-9]{36})\\b"),
            token("a key of SendGrid", "\\b(?<secret>SG\\.[\\w-]{22}\\.[\\w-]{43})"),
            token("a token of Vault", "\\b(?<secret>hvs\\.[A-Za-z0-9_-]{24,})"),
            token(
                    "a signed token (JWT)",
                    "\\b(?<secret>eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{10,})"));

    /** Words one of which stands in every script that has a secret. */
    private static final Pattern MAY_HOLD = Pattern.compile(
            "passw|secret|api_key|://|PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox|k_live_|AIza|npm_|SG\\.|hvs\\.|eyJ",
            Pattern.CASE_INSENSITIVE);

    /** A verifier lets the server check a password and lets nobody log in. */
    private static final Pattern VERIFIER = Pattern.compile("SCRAM-SHA-256\\$.+", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXAMPLE =
            Pattern.compile(".*EXAMPLE|[*x.]+|<[^>]*>|\\{\\{.*\\}\\}|%[sI]|\\$\\d+|:\\w+");

    private final String begin;
    private final String end;

    private Credentials(String begin, String end) {
        this.begin = begin;
        this.end = end;
    }

    /** Placeholders are those of Flyway's configuration. */
    static Credentials of(Configuration flyway) {
        return new Credentials(flyway.getPlaceholderPrefix(), flyway.getPlaceholderSuffix());
    }

    private static Kind kind(String name, String pattern, boolean inComments) {
        return new Kind(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), inComments);
    }

    private static Kind token(String name, String pattern) {
        return new Kind(name, Pattern.compile(pattern), true);
    }

    List<LintFinding> in(MigrationFile file) {
        String text = file.text();
        if (!MAY_HOLD.matcher(text).find()) {
            return List.of();
        }
        String code = ScriptText.withoutComments(text);
        List<LintFinding> findings = new ArrayList<>();
        Set<Integer> places = new HashSet<>();
        for (Kind kind : KINDS) {
            Matcher found = kind.pattern().matcher(kind.inComments() ? text : code);
            while (found.find()) {
                if (isSecret(kind, found.group("secret")) && places.add(found.start("secret"))) {
                    findings.add(finding(kind, file, line(text, found.start("secret"))));
                }
            }
        }
        return findings;
    }

    private boolean isSecret(Kind kind, String secret) {
        boolean isPlaceholder = secret.contains(begin) && secret.indexOf(end, secret.indexOf(begin)) >= 0;
        return kind.name().equals("a private key")
                || (!secret.isBlank()
                        && !isPlaceholder
                        && !VERIFIER.matcher(secret).matches()
                        && !EXAMPLE.matcher(secret).matches());
    }

    private LintFinding finding(Kind kind, MigrationFile file, int line) {
        return LintFinding.of(FileRules.CREDENTIAL, file.shown(), line, kind.name() + " is written in the script")
                .because("", WHY.formatted(begin + "app_password" + end));
    }

    private static int line(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
