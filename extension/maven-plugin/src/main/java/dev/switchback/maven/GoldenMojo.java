package dev.switchback.maven;

import dev.switchback.testfiles.FileUpdates;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compares the schema that the migrations make with the one in a golden file, or writes it there. */
@Mojo(
        name = "golden",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class GoldenMojo extends ServerMojo {

    /** The file. */
    @Parameter(
            property = "switchback.golden-file",
            defaultValue = "${project.basedir}/src/test/resources/schema.golden.sql")
    String file = "src/test/resources/schema.golden.sql";

    /** compare; or update, which writes the file if it is missing or differs, unless the environment variable CI is set. */
    @Parameter(property = "switchback.golden", defaultValue = "compare")
    String golden = "compare";

    /** To be made by Maven. */
    public GoldenMojo() {}

    @Override
    void check() throws MojoExecutionException {
        try {
            FileUpdates.of("switchback.golden", Optional.of(golden), variable -> null);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    Arguments ownArguments() {
        return new Arguments("golden").flag("--update", golden.equals("update")).operand(file);
    }

    @Override
    String shown(String out) {
        return out.replace("call this with --update", "run the goal with -Dswitchback.golden=update");
    }

    @Override
    String failure() {
        return "The schema that the migrations make is not the one in " + file + ": see above what differs.";
    }
}
