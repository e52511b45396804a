package dev.switchback.migration.verdicts;

/**
 * The traits of a script that decide whether it does the same every time.
 *
 * @param chance the words that give another result next time, such as {@code random()}; empty for none
 * @param defaultsByClock whether a column gets a default that a clock or chance makes, which says nothing as long as there are
 *     no rows
 * @param writes whether it may write rows
 * @param erases whether it may take rows, columns or defaults away
 * @param hasRoutines whether it makes what may run later without being named
 */
public record ScriptTraits(
        String chance, boolean defaultsByClock, boolean writes, boolean erases, boolean hasRoutines) {}
