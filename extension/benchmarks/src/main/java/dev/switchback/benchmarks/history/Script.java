package dev.switchback.benchmarks.history;

/**
 * A migration and its undo.
 *
 * @param name such as {@code 7__add_index}, without {@code V} or {@code U}
 */
public record Script(int version, String name, String up, String down) {

    public String upFile() {
        return "V" + name + ".sql";
    }

    public String downFile() {
        return "U" + name + ".sql";
    }
}
