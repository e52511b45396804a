package dev.switchback.migration.roundtrip;

import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPath;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/** Tells SQL that Flyway would change on its way, because it holds what looks like a placeholder. */
final class PlaceholderText {

    static final String OFF = "placeholderReplacement=false";

    private static final Pattern IS_OFF = Pattern.compile(
            "^\\s*placeholderReplacement\\s*=\\s*false\\s*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private final Configuration configuration;
    private final MigrationScripts scripts;

    PlaceholderText(Configuration configuration, MigrationScripts scripts) {
        this.configuration = configuration;
        this.scripts = scripts;
    }

    /** Whether Flyway would replace something in SQL that is put into a script. */
    boolean change(SuggestedFix fix, Optional<Script> script) {
        return configuration.isPlaceholderReplacement()
                && fix.script().contains(configuration.getPlaceholderPrefix())
                && script.map(this::isReplacedIn).orElse(true);
    }

    private boolean isReplacedIn(Script script) {
        if (!(script instanceof Script.Sql sql)) {
            return false;
        }
        return !IS_OFF.matcher(configurationOf(sql)).find();
    }

    /** The text of the file beside a script with its configuration; empty if there is none. */
    String configurationOf(Script.Sql script) {
        LoadableResource own =
                scripts.resources().getResource(script.resource().getRelativePath() + ScriptPath.CONFIGURATION);
        return own == null ? "" : new Script.Sql(own).text();
    }

    /** The advice, in a sentence. */
    String advice(String script) {
        return "Flyway takes %s in it for a placeholder: write %s into %s.conf beside it."
                .formatted(configuration.getPlaceholderPrefix(), OFF, ScriptPath.fileName(script));
    }
}
