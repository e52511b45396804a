package dev.switchback.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisnamedFilesTests {

    private static final MisnamedFiles USUAL = new MisnamedFiles(Flyway.configure());

    @ParameterizedTest
    @CsvSource({
        "V2_b.sql, V2__b.sql",
        "V2-b.sql, V2__b.sql",
        "V2 b.sql, V2__b.sql",
        "V2.1_b.sql, V2.1__b.sql",
        "V2_1_b.sql, V2_1__b.sql",
        "v3__c.sql, V3__c.sql",
        "v3_c.SQL, V3__c.SQL",
        "V 2__b.sql, V2__b.sql",
        "V2 __b.sql, V2__b.sql",
        "V__b.sql, V<version>__b.sql",
        "V2b__x.sql, V2__b__x.sql",
        "V3__c.slq, V3__c.sql",
        "V3__c.sq, V3__c.sql",
        "V3__c.sqll, V3__c.sql",
        "V3_c.slq, V3__c.sql",
        "V3__c.slq.conf, V3__c.sql.conf",
        "V2__b.sql.txt, V2__b.sql",
        "2__b.sql, V2__b.sql",
        "U1_a.sql, U1__a.sql",
        "u1__a.sql, U1__a.sql",
        "U 1__a.sql, U1__a.sql",
        "U1__a.slq, U1__a.sql",
        "R_view.sql, R__view.sql",
        "r__view.sql, R__view.sql",
        "R1__view.sql, R__view.sql",
        "R__.sql, R__<description>.sql",
        "R__view.slq, R__view.sql",
        "afterMigrate_x.sql, afterMigrate__x.sql",
        "afterMigrat.sql, afterMigrate.sql",
        "beforeEachMigrates__x.sql, beforeEachMigrate__x.sql",
        "afterMigrate.slq, afterMigrate.sql",
        "V.2__b.sql, V2__b.sql",
        "V.sql, V<version>__<description>.sql",
        "U.sql, U<version>__<description>.sql",
        "R.sql, R__<description>.sql",
        "V2__b.txt, V2__b.sql",
        "B1_x.sql, B1__x.sql",
        "b1__x.sql, B1__x.sql",
        "B__x.sql, B<version>__x.sql",
        "2_b.sql, V2__b.sql",
        "002-b.sql, V002__b.sql",
        "1.sql, V1.sql",
        "UV1__a.sql, U1__a.sql",
        "undo1__a.sql, U1__a.sql",
        "Rollback_1_a.sql, U1__a.sql",
        "version 2 b.sql, V2__b.sql",
        "\u04122__b.sql, V2__b.sql",
        "\uFF362__b.sql, V2__b.sql",
        "\uFEFFV2__b.sql, V2__b.sql",
        "V2_\uFF3Fb.sql, V2__b.sql"
    })
    void whatLooksLikeAScriptAndIsNone(String name, String better) {
        assertThat(USUAL.better(name)).hasValue(better);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V2__b.sql",
                "V2__b.SQL",
                "V2.sql",
                "V2_1__b.sql",
                "V20240101120000__b.sql",
                "U1__a.sql",
                "U1.sql",
                "R__view.sql",
                "B5__baseline.sql",
                "V2__b.sql.conf",
                "flyway.conf",
                "afterMigrate.sql",
                "AFTERMIGRATE.sql",
                "beforeEachMigrate__x.sql",
                "createSchema.sql",
                "create_schema.sql",
                "README.md",
                "README",
                ".gitkeep",
                "data.sql",
                "V1__people.csv",
                "V2__Java.class",
                "V2__Java.java",
                "V2__script.sh",
                "V3__c.sql.bak",
                "V3__c.sql~",
                "vendors.sql",
                "view.sql",
                "release_notes.sql",
                "undo.sql",
                "V8.png",
                "V8__b.png",
                "V2__b (1).sql",
                "_V2__b.sql",
                ".V2__b.sql",
                "#V2__b.sql#",
                "S2__b.sql",
                "b2b_orders.sql",
                "books.sql",
                "down.sql",
                "versions.sql",
                "schema.xsd",
                "package-info.class"
            })
    void whatIsRunOrMeantToBeBeside(String name) {
        assertThat(USUAL.better(name)).isEmpty();
    }

    @Test
    void prefixesSeparatorsAndSuffixesAreFlyways() {
        MisnamedFiles own = new MisnamedFiles(Flyway.configure()
                .sqlMigrationPrefix("M-")
                .repeatableSqlMigrationPrefix("VIEW")
                .sqlMigrationSeparator("-")
                .sqlMigrationSuffixes(".ddl", ".pgsql"));

        assertThat(own.better("M-1-base.ddl")).isEmpty();
        assertThat(own.better("M-2-more.pgsql")).isEmpty();
        assertThat(own.better("VIEW-x.ddl")).isEmpty();
        assertThat(own.better("V2_b.sql")).isEmpty();
        assertThat(own.better("m-1-base.ddl")).hasValue("M-1-base.ddl");
        assertThat(own.better("M-1_base.ddl")).hasValue("M-1-base.ddl");
        assertThat(own.better("M-1-base.dll")).hasValue("M-1-base.ddl");
        assertThat(own.better("U1_base.ddl")).hasValue("U1-base.ddl");
    }
}
