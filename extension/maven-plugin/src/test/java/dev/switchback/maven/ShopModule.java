package dev.switchback.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;

/** A module that is not the working directory, and what the log of its build gets. */
record ShopModule(Path folder, MavenProject project, List<String> log) {

    static ShopModule in(Path folder) {
        MavenProject project = new MavenProject();
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        build.setOutputDirectory(folder.resolve("target/classes").toString());
        project.getModel().setBuild(build);
        project.setFile(folder.resolve("pom.xml").toFile());
        project.getModel().setPackaging("jar");
        project.setName("shop");
        project.setArtifacts(Set.of());
        return new ShopModule(folder, project, new ArrayList<>());
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The goal in this module. */
    <T extends SwitchbackMojo> T with(T goal) {
        goal.project = project;
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add("info " + line);
            }

            @Override
            public void error(CharSequence line) {
                log.add("error " + line);
            }
        });
        return goal;
    }
}
