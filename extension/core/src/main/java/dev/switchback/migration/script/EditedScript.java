package dev.switchback.migration.script;

import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import org.apiguardian.api.API;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script that is in no file: another text under a file's name, with its own configuration or none. */
@API(status = API.Status.INTERNAL)
public final class EditedScript extends LoadableResource {

    private final String path;
    private final String text;
    private final Optional<EditedScript> configuration;

    private EditedScript(String path, String text, Optional<EditedScript> configuration) {
        this.path = path;
        this.text = text;
        this.configuration = configuration;
    }

    /**
     * A script.
     *
     * @param path as if it stood there, below a location
     * @param configuration the text of the {@code .conf} file beside it; empty for none
     */
    public static EditedScript of(String path, String text, String configuration) {
        return new EditedScript(
                path,
                text,
                configuration.isBlank()
                        ? Optional.empty()
                        : Optional.of(
                                new EditedScript(path + ScriptPath.CONFIGURATION, configuration, Optional.empty())));
    }

    /** The file beside it with its configuration. */
    public Optional<EditedScript> configuration() {
        return configuration;
    }

    @Override
    public Reader read() {
        return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
        return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return path;
    }

    @Override
    public String getFilename() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
        return path;
    }
}
