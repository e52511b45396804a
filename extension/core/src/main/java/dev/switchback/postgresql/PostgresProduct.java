package dev.switchback.postgresql;

import dev.switchback.assertions.JooqDialect;
import dev.switchback.filling.FillDialect;
import dev.switchback.fixture.FixtureDialect;
import dev.switchback.fixture.expected.UnfinishedWriteDialect;
import dev.switchback.fixture.export.ExportDialect;
import dev.switchback.fixture.reset.ResetDialect;
import dev.switchback.lint.effect.LintDialect;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.verdicts.VerdictDialect;
import dev.switchback.postgresql.catalog.PostgresCatalogReader;
import dev.switchback.postgresql.ddl.PostgresDdlWriter;
import dev.switchback.postgresql.filling.PostgresFilling;
import dev.switchback.postgresql.fixture.PostgresExport;
import dev.switchback.postgresql.fixture.PostgresFixtures;
import dev.switchback.postgresql.lint.PostgresLint;
import dev.switchback.postgresql.reset.PostgresResetDialect;
import dev.switchback.postgresql.sql.PostgresLanguage;
import dev.switchback.postgresql.verdicts.PostgresVerdicts;
import dev.switchback.product.DatabaseProduct;
import dev.switchback.product.ProductParts;
import dev.switchback.provision.RoleDialect;
import dev.switchback.provision.ServerProduct;
import dev.switchback.provision.SessionDialect;
import dev.switchback.schema.CatalogReader;
import dev.switchback.schema.DdlWriter;
import dev.switchback.schema.SqlLanguage;
import dev.switchback.schema.compatibility.ColumnTypes;
import dev.switchback.schema.orphans.OrphanDialect;
import dev.switchback.schema.rules.RuleDialect;
import dev.switchback.statements.StatementDialect;

/** PostgreSQL. Found by {@link java.util.ServiceLoader}. */
public final class PostgresProduct implements DatabaseProduct {

    private static final ProductParts PARTS = ProductParts.none()
            .with(ServerProduct.class, PostgresServerProduct::new)
            .with(RoleDialect.class, PostgresRoles::new)
            .with(SessionDialect.class, PostgresSessionActivity::new)
            .with(CatalogReader.class, PostgresCatalogReader::new)
            .with(DdlWriter.class, PostgresDdlWriter::new)
            .with(SqlLanguage.class, PostgresLanguage::new)
            .with(ColumnTypes.class, PostgresColumnTypes::new)
            .with(OrphanDialect.class, PostgresOrphans::new)
            .with(RuleDialect.class, PostgresRules::new)
            .with(MigrationDialect.class, PostgresMigrations::new)
            .with(LintDialect.class, PostgresLint::new)
            .with(StatementDialect.class, PostgresStatements::new)
            .with(VerdictDialect.class, PostgresVerdicts::new)
            .with(FixtureDialect.class, PostgresFixtures::new)
            .with(ExportDialect.class, PostgresExport::new)
            .with(FillDialect.class, PostgresFilling::new)
            .with(UnfinishedWriteDialect.class, PostgresUnfinishedWrites::new)
            .with(ResetDialect.class, PostgresResetDialect::new)
            .with(JooqDialect.class, PostgresJooqTypes::new);

    /** For the {@link java.util.ServiceLoader}. */
    public PostgresProduct() {}

    @Override
    public String name() {
        return PostgresCatalogReader.PRODUCT;
    }

    @Override
    public ProductParts parts() {
        return PARTS;
    }
}
