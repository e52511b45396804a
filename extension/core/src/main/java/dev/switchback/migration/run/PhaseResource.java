package dev.switchback.migration.run;

import java.io.Reader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script under the file name that gives it its place in a history of phases. */
final class PhaseResource extends LoadableResource {

    private final LoadableResource script;
    private final String filename;

    PhaseResource(LoadableResource script, String filename) {
        this.script = script;
        this.filename = filename;
    }

    LoadableResource script() {
        return script;
    }

    @Override
    public Reader read() {
        return script.read();
    }

    @Override
    public boolean shouldStream() {
        return script.shouldStream();
    }

    @Override
    public String getAbsolutePath() {
        return script.getAbsolutePath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return script.getAbsolutePathOnDisk();
    }

    @Override
    public String getFilename() {
        return filename;
    }

    @Override
    public String getRelativePath() {
        return filename;
    }
}
