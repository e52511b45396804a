package dev.switchback.assertions.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jooq.Catalog;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/** Classes of two schemas as jOOQ's own generator writes them, compiled and loaded. */
record GeneratedClasses(Catalog catalog, URLClassLoader loader) implements AutoCloseable {

    static GeneratedClasses of(Database database, Path folder) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            GenerationTool tool = new GenerationTool();
            tool.setConnection(connection);
            tool.run(configuration(folder.resolve("java")));
        }
        compile(folder.resolve("java"), folder.resolve("classes"));
        URL classes = folder.resolve("classes").toUri().toURL();
        URLClassLoader loader = new URLClassLoader(new URL[] {classes}, GeneratedClasses.class.getClassLoader());
        Class<?> catalog = loader.loadClass("generated.DefaultCatalog");
        return new GeneratedClasses(
                (Catalog) catalog.getField("DEFAULT_CATALOG").get(null), loader);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static Configuration configuration(Path folder) {
        ForcedType converted = new ForcedType()
                .withUserType("java.time.Year")
                .withConverter("org.jooq.Converter.ofNullable("
                        + "Integer.class, java.time.Year.class, java.time.Year::of, java.time.Year::getValue)")
                .withIncludeExpression("types\\.converted");
        return new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(new org.jooq.meta.jaxb.Database()
                                .withSchemata(schema("public"), schema("other"))
                                .withExcludes("left_out")
                                .withForcedTypes(converted))
                        .withTarget(new Target().withPackageName("generated").withDirectory(folder.toString())));
    }

    private static SchemaMappingType schema(String name) {
        return new SchemaMappingType().withInputSchema(name);
    }

    private static void compile(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
