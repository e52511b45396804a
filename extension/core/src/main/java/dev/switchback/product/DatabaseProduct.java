package dev.switchback.product;

/**
 * A database product that Switchback supports. Implemented once per product, and found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>The parts that can be brought:
 *
 * <ul>
 *   <li>{@code provision.ServerProduct}: creates, copies and drops databases on a server
 *   <li>{@code provision.RoleDialect}: creates roles
 *   <li>{@code schema.CatalogReader}: reads a schema
 *   <li>{@code schema.DdlWriter}: writes a schema, or the difference of two, as SQL
 *   <li>{@code schema.SqlLanguage}: compares types and expressions
 *   <li>{@code schema.compatibility.ColumnTypes}: compares what columns can hold
 *   <li>{@code schema.orphans.OrphanDialect}: queries for rows without a counterpart
 *   <li>{@code schema.rules.RuleDialect}: what the rules for schemas depend on
 *   <li>{@code migration.run.MigrationDialect}: runs scripts and reads rows for a round trip
 *   <li>{@code migration.verdicts.VerdictDialect}: what verdicts follow from, so that they need not be found again
 *   <li>{@code fixture.FixtureDialect}: writes and reads rows of fixtures
 *   <li>{@code filling.FillDialect}: makes rows up for every table
 *   <li>{@code lint.effect.LintDialect}: watches what a migration does while it runs
 *   <li>{@code statements.StatementDialect}: tries the statements of an application
 *   <li>{@code fixture.expected.UnfinishedWriteDialect}: knows what other sessions have written and not committed
 *   <li>{@code fixture.export.ExportDialect}: finds the rows of an export
 *   <li>{@code provision.SessionDialect}: tells what sessions are at work, and ends them
 *   <li>{@code fixture.reset.ResetDialect}: brings a database back row by row
 *   <li>{@code assertions.JooqDialect}: the types of the classes that jOOQ generates
 * </ul>
 *
 * <p>A part that is missing is reported, with its name, by the first feature that needs it.
 */
public interface DatabaseProduct {

    /** The product's name, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String name();

    /** The parts that this product brings. */
    ProductParts parts();
}
