package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.ddl.ScriptPiece.Part;
import dev.switchback.postgresql.ddl.ScriptPiece.Section;
import dev.switchback.schema.SqlBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts pieces into an order in which they can be run, which is that of sections and names wherever that will do. */
final class ScriptOrder {

    private static final Set<Section> RELATIONS = EnumSet.of(Section.TABLE, Section.VIEW);

    private record Waiting(ScriptPiece piece, Part part) {}

    private final Map<String, List<ScriptPiece>> byAddress = new HashMap<>();
    private final Map<ScriptPiece, List<ScriptPiece>> needs = new HashMap<>();
    private final Map<ScriptPiece, Boolean> late = new HashMap<>();
    private final Set<ScriptPiece> done = new HashSet<>();
    private final Set<ScriptPiece> underWay = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<SqlBlock> blocks = new ArrayList<>();

    private ScriptOrder(List<ScriptPiece> pieces) {
        for (ScriptPiece piece : pieces) {
            piece.address().ifPresent(address -> byAddress
                    .computeIfAbsent(address, name -> new ArrayList<>())
                    .add(piece));
        }
        pieces.forEach(piece -> needs.put(piece, named(piece, piece.mentions())));
        pieces.stream().filter(ScriptPiece::isCompleting).forEach(this::cutCircle);
    }

    private void cutCircle(ScriptPiece whole) {
        for (ScriptPiece other : needs(whole)) {
            needs.put(
                    other,
                    needs(other).stream().filter(needed -> needed != whole).toList());
        }
    }

    /** The order of pieces that are in the order of their names. */
    static List<SqlBlock> of(List<ScriptPiece> pieces) {
        ScriptOrder order = new ScriptOrder(pieces);
        pieces.stream().sorted(Comparator.comparing(order::section)).forEach(order::visit);
        order.waiting.forEach(rest -> order.blocks.add(rest.piece().later(List.of(rest.part()))));
        return List.copyOf(order.blocks);
    }

    private Section section(ScriptPiece piece) {
        return piece.section() == Section.ROUTINE && isLate(piece) ? Section.ROUTINE_OF_TABLES : piece.section();
    }

    private boolean isLate(ScriptPiece routine) {
        Boolean known = late.putIfAbsent(routine, false);
        if (known != null) {
            return known;
        }
        boolean isLate = needs(routine).stream()
                .anyMatch(other ->
                        RELATIONS.contains(other.section()) || (other.section() == Section.ROUTINE && isLate(other)));
        late.put(routine, isLate);
        return isLate;
    }

    private void visit(ScriptPiece piece) {
        if (done.contains(piece) || !underWay.add(piece)) {
            return;
        }
        for (ScriptPiece other : needs(piece)) {
            if (!leadsBack(other, new HashSet<>())) {
                visit(other);
            }
        }
        done.add(piece);
        make(piece);
        wakeUp();
    }

    /** Whether something is needed that cannot be made before what is under way: a routine's name may mean several. */
    private boolean leadsBack(ScriptPiece piece, Set<ScriptPiece> seen) {
        if (done.contains(piece) || !seen.add(piece)) {
            return false;
        }
        return underWay.contains(piece) || needs(piece).stream().anyMatch(other -> leadsBack(other, seen));
    }

    private void make(ScriptPiece piece) {
        List<Part> ready = new ArrayList<>();
        for (Part part : piece.parts()) {
            if (isReady(piece, part)) {
                ready.add(part);
            } else {
                waiting.add(new Waiting(piece, part));
            }
        }
        if (!piece.isEmpty()) {
            blocks.add(piece.block(ready));
        }
    }

    private void wakeUp() {
        if (waiting.isEmpty()) {
            return;
        }
        for (ScriptPiece piece :
                waiting.stream().map(Waiting::piece).collect(LinkedHashSet<ScriptPiece>::new, Set::add, Set::addAll)) {
            List<Waiting> ready = waiting.stream()
                    .filter(rest -> rest.piece() == piece && isReady(piece, rest.part()))
                    .toList();
            if (!ready.isEmpty()) {
                waiting.removeAll(ready);
                blocks.add(piece.later(ready.stream().map(Waiting::part).toList()));
            }
        }
    }

    private boolean isReady(ScriptPiece piece, Part part) {
        return done.containsAll(named(piece, part.mentions()));
    }

    private List<ScriptPiece> needs(ScriptPiece piece) {
        return needs.getOrDefault(piece, List.of());
    }

    private List<ScriptPiece> named(ScriptPiece piece, Set<String> mentions) {
        Set<ScriptPiece> named = new LinkedHashSet<>();
        for (String mention : mentions) {
            named.addAll(byAddress.getOrDefault(mention, List.of()));
        }
        named.remove(piece);
        return List.copyOf(named);
    }
}
