package dev.switchback.lint.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords, keys and tokens in scripts. What looks like one here is put together, so that no scanner takes it for real. */
class CredentialTests {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE app LOGIN PASSWORD 'hunter2';",
                "ALTER USER app WITH ENCRYPTED PASSWORD 'md5d41d8cd98f00b204e9800998ecf8427e';",
                "create user app\n  password\n  E'hun\\ter2'",
                "DO $$ BEGIN EXECUTE 'CREATE ROLE app PASSWORD ''hunter2'''; END $$;",
                "DO $$ BEGIN CREATE ROLE app PASSWORD 'hunter2'; END $$;",
                "CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'app', password 'hunter2');",
                "ALTER USER MAPPING FOR app SERVER other OPTIONS (SET password 'hunter2');",
                "CREATE SUBSCRIPTION s CONNECTION 'host=db dbname=shop password=hunter2' PUBLICATION p;",
                "SELECT dblink_connect('password=hunter2 host=db');",
                "INSERT INTO settings VALUES ('postgres://app:hunter2@db.example.org/shop');",
                "INSERT INTO settings VALUES ('amqp://guest:guest@queue');",
                "INSERT INTO settings VALUES ('jdbc:postgresql://db/shop?user=app&password=hunter2');",
                "-- was postgres://app:hunter2@db/shop",
                "INSERT INTO keys VALUES ('-----BEGIN RSA PRIVATE KEY-----\nMIIE');",
                "INSERT INTO keys VALUES ('-----BEGIN OPENSSH PRIVATE KEY-----');"
            })
    void aSecretIsFoundAndNotRepeated(String text) {
        assertThat(Sql.file("V1__one.sql", text).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FileRules.CREDENTIAL);
            assertThat(finding.toString()).doesNotContain("hunter2", "md5d41", "MIIE", "guest:");
        });
    }

    @Test
    void tokensAreFoundByTheirForm() {
        for (String token : new String[] {
            "AKIA" + "ABCDEFGHIJKLMNOP",
            "ghp_" + LETTERS,
            "github_pat_" + LETTERS,
            "glpat-" + LETTERS.substring(0, 20),
            "xoxb-" + "123456789012-abc",
            "sk_live_" + LETTERS.substring(0, 24),
            "AIza" + LETTERS.substring(0, 35),
            "npm_" + LETTERS,
            "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
        }) {
            assertThat(Sql.file("V1__one.sql", "INSERT INTO keys VALUES ('" + token + "');")
                            .told())
                    .as(token)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE app LOGIN PASSWORD '${app_password}';",
                "CREATE ROLE app LOGIN PASSWORD 'x${app_password}';",
                "ALTER ROLE app PASSWORD NULL;",
                "ALTER ROLE app PASSWORD '';",
                "CREATE ROLE app PASSWORD 'SCRAM-SHA-256$4096:salt$stored:server';",
                "EXECUTE format('CREATE ROLE app PASSWORD %L', secret);",
                "DO $$ BEGIN EXECUTE format('ALTER ROLE app PASSWORD ''%s''', secret); END $$;",
                "ALTER TABLE account ADD COLUMN password text NOT NULL DEFAULT '';",
                "COMMENT ON COLUMN account.password IS 'hash of the password';",
                "-- ALTER ROLE app PASSWORD 'see the vault'",
                "UPDATE account SET password = crypt(password, gen_salt('bf'));",
                "INSERT INTO settings VALUES ('https://example.org/a:b@c');",
                "INSERT INTO settings VALUES ('postgres://db.example.org:5432/shop');",
                "INSERT INTO settings VALUES ('postgres://app:${password}@db/shop');",
                "INSERT INTO settings VALUES ('jdbc:postgresql://db/shop?password=${password}');",
                "CREATE SUBSCRIPTION s CONNECTION 'host=db password=${password}' PUBLICATION p;",
                "INSERT INTO keys VALUES ('-----BEGIN PUBLIC KEY-----');",
                "INSERT INTO keys VALUES ('AKIAIOSFODNN7EXAMPLE');",
                "INSERT INTO mail VALUES ('user:name@example.org');"
            })
    void whatOnlyLooksLikeOneIsNot(String text) {
        assertThat(Sql.file("V1__one.sql", text).told()).isEmpty();
    }

    @Test
    void theLineIsTold() {
        assertThat(Sql.file("R__roles.sql", "-- roles\nCREATE ROLE app;\nALTER ROLE app\n  PASSWORD 'hunter2';")
                        .told())
                .containsExactly("R__roles.sql:4: credential: the password of a role is written in the script");
    }

    @Test
    void placeholdersAreThoseOfFlywaysConfiguration() {
        var flyway = Flyway.configure().placeholderPrefix("#[").placeholderSuffix("]");

        assertThat(Sql.with(flyway)
                        .and("V1__one.sql", "CREATE ROLE app PASSWORD '#[secret]';")
                        .told())
                .isEmpty();
        assertThat(Sql.with(flyway)
                        .and("V1__one.sql", "CREATE ROLE app PASSWORD '${secret}';")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("such as #[app_password],"));
    }
}
