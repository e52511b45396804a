package dev.switchback.h2;

import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.product.DatabaseProduct;
import dev.switchback.product.ProductParts;
import dev.switchback.provision.ServerProduct;
import dev.switchback.schema.CatalogReader;
import dev.switchback.schema.SqlLanguage;

/** H2, without the parts that write SQL, and without those for fixtures. */
public final class H2Product implements DatabaseProduct {

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public ProductParts parts() {
        return ProductParts.none()
                .with(ServerProduct.class, H2Servers::new)
                .with(CatalogReader.class, H2Catalog::new)
                .with(SqlLanguage.class, () -> new SqlLanguage() {})
                .with(MigrationDialect.class, H2Migrations::new);
    }
}
