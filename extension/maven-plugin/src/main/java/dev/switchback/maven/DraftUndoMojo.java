package dev.switchback.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Drafts an undo for each migration that lacks one, into a folder. No file that is there is touched. */
@Mojo(
        name = "draft-undo",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class DraftUndoMojo extends ServerMojo {

    /** The folder, which is made if it is missing. */
    @Parameter(property = "switchback.draft-undo", defaultValue = "${project.build.directory}/switchback/undo")
    String into = "target/switchback/undo";

    /** More folders with undo scripts. */
    @Parameter(property = "switchback.undo")
    @Nullable
    List<String> undo;

    /** To be made by Maven. */
    public DraftUndoMojo() {}

    @Override
    Arguments ownArguments() {
        return new Arguments("draft-undo").option("--into", into).list("--undo", undo);
    }

    @Override
    String failure() {
        return "There are migrations that cannot be run: see above.";
    }
}
