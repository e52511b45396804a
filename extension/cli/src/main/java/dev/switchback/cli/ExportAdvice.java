package dev.switchback.cli;

import java.util.regex.Pattern;

/** The messages of an export, with options where they advise calls of Java. */
final class ExportAdvice {

    private static final Pattern FIXED = Pattern.compile("\\.pseudonymise\\(\"(.+)\", fixed\\(\"(.*)\"\\)\\)");
    private static final Pattern PSEUDONYM = Pattern.compile("\\.pseudonymise\\(\"(.+)\", (\\w+)\\(\\)\\)");
    private static final Pattern KEPT = Pattern.compile("\\.keep\\(\"(.+)\"\\)\\.?");
    private static final Pattern SECRET = Pattern.compile("(?m)^ *\\.secret\\(.*\\)$");

    private ExportAdvice() {}

    /**
     * Translates.
     *
     * @param secret the environment variable of the secret
     */
    static String of(String message, String secret) {
        String options = message.replace(", with dev.switchback.fixture.export.Pseudonyms:", ":");
        options = FIXED.matcher(options).replaceAll("--pseudonymise '$1=fixed:$2'");
        options = PSEUDONYM.matcher(options).replaceAll("--pseudonymise $1=$2");
        options = KEPT.matcher(options).replaceAll("--keep $1");
        return SECRET.matcher(options).replaceAll("  " + secret + "=... (in the environment)");
    }
}
