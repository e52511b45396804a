package dev.switchback.statements;

import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.RowSource;
import dev.switchback.migration.RowsAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which statements are tried on which schemas. Immutable; equal if all settings are. */
public final class StatementSettings {

    private final List<String> previous;
    private final List<String> next;
    private final String from;
    private final String to;
    private final Optional<String> role;
    private final List<RowsAt> rows;
    private final List<RowSource> oldRows;

    private StatementSettings(
            List<String> previous,
            List<String> next,
            String from,
            String to,
            Optional<String> role,
            List<RowsAt> rows,
            List<RowSource> oldRows) {
        this.previous = List.copyOf(previous);
        this.next = List.copyOf(next);
        this.from = from;
        this.to = to;
        this.role = role;
        this.rows = List.copyOf(rows);
        this.oldRows = List.copyOf(oldRows);
    }

    /**
     * Statements of the previous version, tried on the newest schema and on the one before the newest migration.
     *
     * @param patterns of files: {@code queries/v41/*.sql}, below {@code src/test/resources}, on the class path, or below the
     *     module's folder
     */
    public static StatementSettings ofPrevious(String... patterns) {
        return new StatementSettings(List.of(patterns), List.of(), "", "", Optional.empty(), List.of(), List.of());
    }

    /** The same with statements of the new version, which are tried on the old schema. */
    public StatementSettings withNext(String... patterns) {
        return new StatementSettings(previous, List.of(patterns), from, to, role, rows, oldRows);
    }

    /** The same with another old schema: the one of this version, which the previous version of the application runs on. */
    public StatementSettings withFrom(String version) {
        return new StatementSettings(previous, next, version, to, role, rows, oldRows);
    }

    /** The same with another new schema: the one of this version. */
    public StatementSettings withTo(String version) {
        return new StatementSettings(previous, next, from, version, role, rows, oldRows);
    }

    /** The same with statements that are sent as this role, so that its rights are checked. */
    public StatementSettings withRole(String name) {
        return new StatementSettings(previous, next, from, to, Optional.of(name), rows, oldRows);
    }

    /**
     * The same with more rows that are there from a version on, which is that of the old schema or one before it. Statements whose
     * values are known run over them.
     */
    public StatementSettings withRows(String version, RowSource source) {
        List<RowsAt> all = new ArrayList<>(rows);
        all.addAll(RoundTripSettings.defaults().withRows(version, source).rows());
        return new StatementSettings(previous, next, from, to, role, all, oldRows);
    }

    /** The same with more rows that are there on the old schema; see {@link #withRows(String, RowSource)}. */
    public StatementSettings withRows(RowSource source) {
        List<RowSource> all = new ArrayList<>(oldRows);
        all.add(source);
        return new StatementSettings(previous, next, from, to, role, rows, all);
    }

    /** The patterns of the files with statements of the previous version. */
    public List<String> previous() {
        return previous;
    }

    /** The patterns of the files with statements of the new version. */
    public List<String> next() {
        return next;
    }

    /** The version of the old schema; empty for the one before the newest. */
    public String from() {
        return from;
    }

    /** The version of the new schema; empty for the newest. */
    public String to() {
        return to;
    }

    /** The role that sends the statements; empty for the owner of the database. */
    public Optional<String> role() {
        return role;
    }

    /** The rows that come in at a version. */
    public List<RowsAt> rows() {
        return rows;
    }

    /** The rows that come in on the old schema. */
    public List<RowSource> oldRows() {
        return oldRows;
    }

    /** All rows, where the old schema is that of a version. */
    List<RowsAt> rowsUpTo(String oldVersion) {
        RoundTripSettings old = RoundTripSettings.defaults();
        for (RowSource source : oldRows) {
            old = old.withRows(oldVersion, source);
        }
        List<RowsAt> all = new ArrayList<>(rows);
        all.addAll(old.rows());
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementSettings that
                && previous.equals(that.previous)
                && next.equals(that.next)
                && from.equals(that.from)
                && to.equals(that.to)
                && role.equals(that.role)
                && rows.equals(that.rows)
                && oldRows.equals(that.oldRows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(previous, next, from, to, role, rows, oldRows);
    }

    @Override
    public String toString() {
        return "StatementSettings[previous=%s, next=%s, from=%s, to=%s, role=%s, rows=%s %s]"
                .formatted(previous, next, from, to, role.orElse(""), rows, oldRows);
    }
}
