package dev.switchback.benchmarks.catalog;

import dev.switchback.benchmarks.client.PgDump;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Table;
import org.jooq.Meta;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import schemacrawler.inclusionrule.RegularExpressionInclusionRule;
import schemacrawler.schema.Catalog;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSources;

/** Each reader as its documentation shows it for a whole schema. The peers read the schema {@code public} only. */
public final class Readings {

    private static final String SCHEMA = "public";

    private Readings() {}

    static int switchback(Connection connection) {
        return Schema.read(connection).objects(ObjectKind.TABLE).size();
    }

    /** A snapshot: without it, objects are read when they are asked for. */
    static int jooq(Connection connection) {
        Meta meta = DSL.using(connection, SQLDialect.POSTGRES)
                .meta()
                .filterSchemas(schema -> schema.getName().equals(SCHEMA))
                .snapshot();
        return meta.getTables().size();
    }

    /** With columns, keys, indexes, constraints, views, routines and triggers, but neither privileges nor rows. */
    static int schemaCrawler(Connection connection) {
        return schemaCrawlerCatalog(connection).getTables().size();
    }

    /** A reading by SchemaCrawler. */
    public static Catalog schemaCrawlerCatalog(Connection connection) {
        SchemaCrawlerOptions options = SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .includeSchemas(new RegularExpressionInclusionRule(".*" + SCHEMA))
                        .toOptions())
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withSchemaInfoLevel(SchemaInfoLevelBuilder.detailed())
                        .toOptions());
        return SchemaCrawlerUtility.getCatalog(DatabaseConnectionSources.fromConnection(connection), options);
    }

    /** {@code pg_dump --schema-only}, its start and its connection with it, as a script would call it. */
    static int pgDump(dev.switchback.provision.Database database) throws IOException {
        return (int) PgDump.of(database, "--schema-only")
                .lines()
                .filter(line -> line.startsWith("CREATE TABLE "))
                .count();
    }

    /** All kinds of object that the open-source edition knows. */
    static int liquibase(Connection connection) throws Exception {
        liquibase.database.Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return SnapshotGeneratorFactory.getInstance()
                .createSnapshot(database.getDefaultSchema(), database, new SnapshotControl(database))
                .get(Table.class)
                .size();
    }
}
