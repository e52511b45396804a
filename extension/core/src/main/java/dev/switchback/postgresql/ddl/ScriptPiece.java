package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SqlBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One object on its way into a script. Equal to nothing but itself. */
final class ScriptPiece {

    /** The section of a piece, unless dependencies demand another. */
    enum Section {
        SCHEMA,
        EXTENSION,
        LANGUAGE,
        SERVER,
        TYPE,
        TEXT_SEARCH,
        ROUTINE,
        SEQUENCE,
        TABLE,
        KEY,
        VIEW,
        /** The section of routines that speak of tables or views, of what they need, and of what needs them. */
        ROUTINE_OF_TABLES,
        REST
    }

    /** A part of an object that may come later, such as an index or a trigger. */
    record Part(List<String> statements, Set<String> mentions) {}

    private final String title;
    private final Section section;
    private final Optional<String> address;
    private final Set<String> mentions;
    private final List<String> statements;
    private final List<String> remarks = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private boolean completing;

    /**
     * Begins.
     *
     * @param address what statements call the object; empty if none does
     * @param statements what makes it
     * @param mentions the names in them that have to be known
     */
    ScriptPiece(
            String title, Section section, Optional<String> address, List<String> statements, Set<String> mentions) {
        this.title = title;
        this.section = section;
        this.address = address;
        this.statements = List.copyOf(statements);
        this.mentions = mentions;
    }

    /** Notes that what this needs is made before it, whatever that needs itself: it completes what was begun. */
    ScriptPiece completing() {
        completing = true;
        return this;
    }

    boolean isCompleting() {
        return completing;
    }

    void add(Part part) {
        parts.add(part);
    }

    void remark(Collection<String> lines) {
        remarks.addAll(lines);
    }

    boolean isEmpty() {
        return statements.isEmpty() && remarks.isEmpty() && parts.isEmpty();
    }

    Section section() {
        return section;
    }

    Optional<String> address() {
        return address;
    }

    Set<String> mentions() {
        return mentions;
    }

    List<Part> parts() {
        return parts;
    }

    /** The block that makes it, with those of its parts that can be made by then. */
    SqlBlock block(List<Part> ready) {
        return new SqlBlock(
                title, Stream.concat(statements.stream(), statements(ready)).toList(), remarks);
    }

    /** A block with what had to wait. */
    SqlBlock later(List<Part> ready) {
        return new SqlBlock(title + ", continued", statements(ready).toList(), List.of());
    }

    private static Stream<String> statements(List<Part> parts) {
        return parts.stream().flatMap(part -> part.statements().stream());
    }
}
