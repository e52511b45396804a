package dev.switchback.maven;

import dev.switchback.cli.SwitchbackCall;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that calls a command of the command line, in the folder of the module. */
abstract class SwitchbackMojo extends AbstractMojo {

    private static final int FINDINGS = 1;

    /** Leaves the goal out. */
    @Parameter(property = "switchback.skip", defaultValue = "false")
    boolean skip;

    /**
     * Folders of migrations, as Flyway takes them; relative ones are in the module. By default those of Flyway's configuration, or
     * else the first of src/main/resources/db/migration, db/migration and sql that is there.
     */
    @Parameter(property = "switchback.locations")
    @Nullable
    List<String> locations;

    /** Files of Flyway's configuration, instead of flyway.toml or flyway.conf in the module. */
    @Parameter(property = "switchback.config-files")
    @Nullable
    List<String> configFiles;

    /** Values for placeholders in the migrations, beside those of Flyway's configuration. */
    @Parameter
    @Nullable
    Map<String, String> placeholders;

    /** The execution of Flyway's own plugin whose configuration is read, where it has several. */
    @Parameter(property = "switchback.flyway-execution")
    @Nullable
    String flywayExecution;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it
    MavenProject project;

    /** Its properties are not parameters, because Maven's debug output has all that parameters are set to. */
    @Parameter(defaultValue = "${session}", readonly = true)
    @Nullable
    MavenSession session;

    /** The command and what the parameters of the goal say, but for those of migrations. */
    abstract Arguments arguments();

    /** The sentence of a build that fails over findings. */
    abstract String failure();

    /** Adds what the command reads from the environment because nobody else may see it. */
    void addVariables(Map<String, String> variables, FlywayOfMaven flyway) throws MojoExecutionException {}

    /** The properties that the call of Maven has, {@code -Dname=value}. */
    final Properties propertiesOfCall() {
        return session == null ? new Properties() : session.getUserProperties();
    }

    /** Refuses values of parameters that no option has. */
    void check() throws MojoExecutionException {}

    /** The settings of Flyway that the command is given. */
    FlywayOfMaven settings(FlywayOfMaven flyway) {
        return flyway;
    }

    /** Whether the result is for a program, which reads it without the prefixes of a log. */
    boolean isForPrograms() {
        return false;
    }

    /** The result as the log shows it. */
    String shown(String out) {
        return out;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Switchback is skipped.");
            return;
        }
        check();
        FlywayOfMaven flyway = FlywayOfMaven.of(project, propertiesOfCall(), flywayExecution);
        Map<String, String> variables = new HashMap<>(System.getenv());
        addVariables(variables, flyway);
        SwitchbackCall command = command(variables, settings(flyway).withoutFiles());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = allArguments(flyway.files(variables)).toList();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        int code;
        try (ModuleClassLoader loader = ModuleClassLoader.of(project, before)) {
            thread.setContextClassLoader(loader);
            code = command.run(new PrintWriter(out), new PrintWriter(err), getLog()::info, arguments);
        } catch (DependencyResolutionRequiredException | IOException e) {
            throw new MojoExecutionException("The class path of " + project.getName() + " cannot be had: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
        tell(code, out.toString(), ParameterNames.in(err.toString()));
    }

    private SwitchbackCall command(Map<String, String> variables, FlywayOfMaven flyway) {
        return SwitchbackCall.in(folder(), variables)
                .withFlywayOfProject("the configuration of flyway-maven-plugin", flyway.plugin())
                .withFlywayOfProject("the properties of the project", flyway.properties())
                .withFlywayOfCall("the properties of the call", flyway.call());
    }

    private Arguments allArguments(List<String> flywayFiles) {
        return arguments()
                .list("--locations", locations)
                .each("--config", configFiles == null || configFiles.isEmpty() ? flywayFiles : configFiles)
                .pairs("--placeholder", placeholders);
    }

    private Path folder() {
        return project.getBasedir().toPath().toAbsolutePath();
    }

    final void tell(int code, String out, String err) throws MojoExecutionException, MojoFailureException {
        if (isForPrograms()) {
            System.out.print(out);
            System.out.flush();
        } else {
            log(code, shown(out));
        }
        if (code > FINDINGS) {
            end(err.strip());
            return;
        }
        log(code, err);
        if (code == FINDINGS) {
            throw new MojoFailureException(failure());
        }
    }

    /** Why nothing is found on a class path to which nothing was built. */
    private String unbuilt(String message) {
        return message.contains("classpath:") && !new File(project.getBuild().getOutputDirectory()).exists()
                ? "\nThe module's classes were not built, so that nothing of it is on the class path: run a phase before the goal, as in mvn process-classes switchback:"
                        + arguments().toList().get(0)
                : "";
    }

    private void log(int code, String text) {
        text.lines().forEach(code == FINDINGS ? getLog()::error : getLog()::info);
    }

    /** A parent may have the goal for all of its modules, and has no migrations itself. */
    private void end(String message) throws MojoExecutionException {
        if (project.getPackaging().equals("pom") && SwitchbackCall.isWithoutMigrations(message)) {
            getLog().info("There are no migrations here.");
            return;
        }
        throw new MojoExecutionException(message + unbuilt(message));
    }
}
