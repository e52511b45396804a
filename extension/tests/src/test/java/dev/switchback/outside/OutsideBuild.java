package dev.switchback.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Projects that are built by one run of Maven; those with tests have the files of the first run. */
final class OutsideBuild {

    private static final Path FIRST_RUN = Path.of("../../examples/first-run/src");

    private OutsideBuild() {}

    /** A pom with the plugins of the getting-started page. */
    static String pom(String name, String parent, String management, String dependencies) {
        String plugins = Map.of("resources", "3.5.0", "compiler", "3.16.0", "surefire", "3.6.1").entrySet().stream()
                .map(plugin -> "<plugin><artifactId>maven-%s-plugin</artifactId><version>%s</version></plugin>"
                        .formatted(plugin.getKey(), plugin.getValue()))
                .collect(Collectors.joining());
        return """
                <project><modelVersion>4.0.0</modelVersion>%s<groupId>o</groupId><artifactId>%s</artifactId><version>1</version>
                <properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
                %s<dependencies>%s</dependencies>
                <build><plugins>%s</plugins></build></project>
                """
                .formatted(parent, name, management, dependencies, parent.isEmpty() ? plugins : "");
    }

    /** Writes projects by their names, and a pom that names them as its modules. */
    static Path write(Path folder, Map<String, String> poms, boolean hasTests) throws IOException {
        for (Map.Entry<String, String> project : poms.entrySet()) {
            Path module = Files.createDirectories(folder.resolve(project.getKey()));
            Files.writeString(module.resolve("pom.xml"), project.getValue());
            if (hasTests) {
                copy(FIRST_RUN, module.resolve("src"));
            }
        }
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>o</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>"
                        + poms.keySet().stream()
                                .map(name -> "<module>" + name + "</module>")
                                .collect(Collectors.joining())
                        + "</modules></project>");
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
