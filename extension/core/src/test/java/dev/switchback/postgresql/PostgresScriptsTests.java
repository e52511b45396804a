package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresScriptsTests {

    @Nested
    class TheWholeServerIsConcernedBy {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "create role app",
                    "select '--'; CREATE  ROLE app",
                    "DO $$ BEGIN EXECUTE 'drop role app'; END $$",
                    "alter user app password 'x'",
                    "GRANT reader TO writer",
                    "grant select on t to app; revoke reader from writer",
                    "comment on role app is 'x'",
                    "grant create on tablespace fast to app",
                    "alter system set work_mem = '1MB'",
                    "drop owned by app",
                    "copy t to '/tmp/t.csv'",
                    "copy t from program 'cat'"
                })
        void thisScript(String text) {
            assertThat(new PostgresScripts().concernsServer(text)).isTrue();
        }
    }

    @Nested
    class OneDatabaseIsConcernedBy {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "create table role (id int)",
                    "GRANT SELECT ON t TO app",
                    "revoke all on all tables in schema public from app",
                    "create user mapping for app server near",
                    "copy t (a) from stdin",
                    "alter table t drop system_id"
                })
        void thisScript(String text) {
            assertThat(new PostgresScripts().concernsServer(text)).isFalse();
        }
    }
}
