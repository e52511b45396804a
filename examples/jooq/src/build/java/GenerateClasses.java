import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's classes: migrates an empty database and lets the generator look at it. Maven runs this file as it is, before it
 * compiles anything; the first argument is the folder of the migrations, the second that of the classes.
 */
class GenerateClasses {

    public static void main(String[] folders) throws Exception {
        try (Server server = Server.start(ServerProviders.installed().choose(""), ServerRequest.defaults());
                Database database = server.create();
                Connection connection = database.dataSource().getConnection()) {
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + folders[0])
                    .load()
                    .migrate();
            GenerationTool tool = new GenerationTool();
            tool.setConnection(connection);
            tool.run(configuration(folders[1]));
        }
    }

    private static Configuration configuration(String folder) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(new org.jooq.meta.jaxb.Database()
                                .withInputSchema("public")
                                .withExcludes("flyway_schema_history")
                                .withForcedTypes(new ForcedType()
                                        .withUserType("java.time.Year")
                                        .withConverter(
                                                "org.jooq.Converter.ofNullable(Integer.class, java.time.Year.class, java.time.Year::of, java.time.Year::getValue)")
                                        .withIncludeExpression("book\\.published")))
                        .withGenerate(new Generate().withGeneratedAnnotation(false))
                        .withTarget(new Target().withPackageName("library.jooq").withDirectory(folder)));
    }
}
