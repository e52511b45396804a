package dev.switchback.lint;

import java.util.List;
import java.util.Optional;

/** The tables of production, as far as a lint is told of them. Immutable; equal if all settings are. */
public final class TableSettings {

    private final List<String> hot;
    private final Optional<String> rowCounts;

    private TableSettings(List<String> hot, Optional<String> rowCounts) {
        this.hot = List.copyOf(hot);
        this.rowCounts = rowCounts;
    }

    /** Nothing is known of them. */
    public static TableSettings defaults() {
        return new TableSettings(List.of(), Optional.empty());
    }

    /**
     * The same settings with tables that are in use all the time: what is a notice about a lock elsewhere fails on them, and nothing about
     * them is a notice because they are small.
     *
     * @param patterns names, with their schema or without, in which {@code *} stands for any characters
     */
    public TableSettings withHot(String... patterns) {
        return new TableSettings(List.of(patterns), rowCounts);
    }

    /**
     * The same settings with the numbers of rows that tables have in production. Findings about locks that last as long as a table is large
     * are notices where it is small, fail where it is large, and say how long that may be.
     *
     * @param file a CSV of {@code relname,reltuples} below {@code src/test/resources}
     */
    public TableSettings withRowCounts(String file) {
        return new TableSettings(hot, Optional.of(file));
    }

    /** The tables that are in use all the time. */
    public List<String> hot() {
        return hot;
    }

    /** The file of numbers of rows. */
    public Optional<String> rowCounts() {
        return rowCounts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableSettings that && hot.equals(that.hot) && rowCounts.equals(that.rowCounts);
    }

    @Override
    public int hashCode() {
        return 31 * hot.hashCode() + rowCounts.hashCode();
    }

    @Override
    public String toString() {
        return "TableSettings[hot=%s, rowCounts=%s]".formatted(hot, rowCounts.orElse("unknown"));
    }
}
