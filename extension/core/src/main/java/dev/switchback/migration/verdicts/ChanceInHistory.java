package dev.switchback.migration.verdicts;

/**
 * Follows a history script by script to where clock or chance may have a part in it. A default such as {@code now()} has none
 * before it fills a row; a row that comes and goes within one script would not be seen, so then it is supposed.
 */
final class ChanceInHistory {

    private final VerdictDialect dialect;
    private final boolean seesAllTables;
    private boolean hasDefaults;
    private boolean routinesWrite;
    private boolean routinesErase;

    ChanceInHistory(VerdictDialect dialect, boolean seesAllTables) {
        this.dialect = dialect;
        this.seesAllTables = seesAllTables;
    }

    /** Whether a default by the clock has come up so far. */
    boolean hasDefaults() {
        return hasDefaults;
    }

    /** Why a script that is not on the way up may do something else next time; empty if it does not. */
    String inUndo(String text) {
        ScriptTraits traits = dialect.traits(text);
        return traits.defaultsByClock() ? "a default by the clock" : traits.chance();
    }

    /** Goes on with the next script; returns why it may do something else next time, empty if it does not. */
    String next(String text) {
        ScriptTraits traits = dialect.traits(text);
        hasDefaults |= traits.defaultsByClock();
        routinesWrite |= traits.hasRoutines() && traits.writes();
        routinesErase |= traits.hasRoutines() && traits.erases();
        if (!traits.chance().isEmpty()) {
            return traits.chance();
        }
        boolean isUnseen = !seesAllTables || ((traits.writes() || routinesWrite) && (traits.erases() || routinesErase));
        return hasDefaults && isUnseen ? "a default by the clock, which rows may have met" : "";
    }
}
