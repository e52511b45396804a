package dev.switchback.postgresql.verdicts;

import dev.switchback.migration.verdicts.ScriptTraits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a script what the clock, chance, or the outside of the database may have a part in, by words that may stand anywhere,
 * for what a string holds may be run. To see too much costs nothing but time.
 */
final class PostgresTraits {

    private static final String CALLS = "now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|age"
            + "|random\\w*|setseed|normal_rand|gen_random_\\w+|gen_salt|uuid_generate_\\w+|uuidv\\d|txid_\\w+|version"
            + "|pg_current_\\w+|pg_backend_pid|pg_postmaster_\\w+|pg_conf_load_time|pg_sleep\\w*|pg_read_\\w+|pg_ls_\\w+"
            + "|pg_\\w*(?:size|lsn|filenode|filepath)\\w*|inet_\\w+|current_database|current_query|lo_\\w+|pg_stat_\\w+"
            + "|pg_terminate_\\w+|pg_cancel_\\w+|pg_notify|pg_try_\\w+|pg_snapshot_\\w+|query_to_xml\\w*";

    private static final String WORDS = "current_date|current_time|current_timestamp|localtime|localtimestamp"
            + "|current_catalog|tablesample|xmin|xmax|cmin|cmax|ctid|listen|notify|pg_stat\\w*|pg_locks|pg_settings"
            + "|pg_file_settings|pg_database|pg_control\\w*|pg_subscription\\w*|foreign\\s+(?:data|table|schema)|user\\s+mapping"
            + "|statement_timeout|lock_timeout|transaction_timeout|idle_in_transaction_session_timeout|skip\\s+locked|nowait";

    private static final Pattern CHANCE = Pattern.compile(
            "(?<!\\w)(?:(?:" + CALLS + ")\"?\\s*\\(|(?:" + WORDS + ")\\b)"
                    + "|'\\s*(?:now|today|tomorrow|yesterday)\\b|::\\s*oid\\b|\\\\!"
                    + "|\\blanguage\\s+[\"']?(?!(?:sql|plpgsql)\\b)\\w+",
            Pattern.CASE_INSENSITIVE);

    /** Of these it is known what they bring; others may run by themselves, or read what is elsewhere. */
    private static final Pattern UNKNOWN_EXTENSION = Pattern.compile(
            "\\bcreate\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?\"?(?!(?:bloom|btree_gin|btree_gist|citext|cube|dict_int"
                    + "|dict_xsyn|earthdistance|fuzzystrmatch|hstore|intarray|isn|ltree|pg_trgm|pgcrypto|plpgsql|seg"
                    + "|tablefunc|tcn|tsm_\\w+|unaccent|uuid-ossp|vector|postgis)\\b)[\\w-]+",
            Pattern.CASE_INSENSITIVE);

    private static final String ZONE = "(?:\\s+at\\s+time\\s+zone\\s+'[\\w/+-]+')?";

    private static final Pattern DEFAULT_BY_CLOCK = Pattern.compile(
            "\\bdefault\\s+(?:\\(\\s*)?(?:(?:(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|gen_random_uuid"
                    + "|uuid_generate_v\\d\\w*|uuidv\\d)\\s*\\(\\s*\\)|(?:current_timestamp|localtimestamp)(?:\\s*\\(\\s*\\d\\s*\\))?"
                    + "|current_date)" + ZONE
                    + "|timezone\\s*\\(\\s*'[\\w/+-]+'(?:::text)?\\s*,\\s*now\\s*\\(\\s*\\)\\s*\\))(?:\\s*\\))?"
                    + "(?=\\s*(?:,|;|\\)|\\z|not\\s+null\\b|null\\b|unique\\b|primary\\b|check\\b|references\\b|constraint\\b))",
            Pattern.CASE_INSENSITIVE);

    /** A default of these is no column's of a table. */
    private static final Pattern OTHER_DEFAULTS =
            Pattern.compile("\\b(?:function|procedure|routine|domain|view)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern WRITES = Pattern.compile(
            "\\b(?:insert|copy|merge|into|update)\\b"
                    + "|\\badd\\s+(?:column\\b|(?!constraint\\b|primary\\b|unique\\b|check\\b|foreign\\b|value\\b|exclude\\b)[\\w\"])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ERASES =
            Pattern.compile("\\b(?:drop|delete|truncate|set\\s+default)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ERASES_NO_ROW = Pattern.compile(
            "\\bon\\s+(?:delete|update)\\s+(?:cascade|restrict|set\\s+null|set\\s+default|no\\s+action)"
                    + "|\\bdrop\\s+(?:not\\s+null|index|constraint|trigger|view)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ROUTINE =
            Pattern.compile("\\b(?:function|procedure|rule|trigger)\\b", Pattern.CASE_INSENSITIVE);

    private PostgresTraits() {}

    static ScriptTraits of(String script) {
        String rest = script;
        boolean defaults = false;
        if (!OTHER_DEFAULTS.matcher(script).find()) {
            rest = DEFAULT_BY_CLOCK.matcher(script).replaceAll("default");
            defaults = !rest.equals(script);
        }
        return new ScriptTraits(
                chance(rest),
                defaults,
                WRITES.matcher(script).find(),
                ERASES.matcher(ERASES_NO_ROW.matcher(script).replaceAll(" ")).find(),
                ROUTINE.matcher(script).find());
    }

    private static String chance(String text) {
        Matcher found = CHANCE.matcher(text);
        if (found.find()) {
            String word = found.group().strip();
            return word.endsWith("(") ? word + ")" : word;
        }
        Matcher extension = UNKNOWN_EXTENSION.matcher(text);
        return extension.find() ? extension.group() : "";
    }
}
