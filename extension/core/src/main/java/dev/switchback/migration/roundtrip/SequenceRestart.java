package dev.switchback.migration.roundtrip;

import dev.switchback.migration.rows.RowSnapshot;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The positions of moved sequences at the beginning of a second way up.
 *
 * @param positions all of them
 * @param held those that could not be put all the way back, because rows stand that hold their values
 * @param isPutBack whether one stands elsewhere than in production, where nothing puts a sequence back
 */
record SequenceRestart(
        Map<String, RowSnapshot.Position> positions, Map<String, RowSnapshot.Position> held, boolean isPutBack) {

    static final SequenceRestart AS_IT_BEGAN = new SequenceRestart(Map.of(), Map.of(), false);

    SequenceRestart {
        positions = Map.copyOf(positions);
        held = Map.copyOf(held);
    }

    /** The treatment of sequences between the way down and the second way up. */
    enum Sequences {
        /** They go back as far as they can, so that the second way up gives the same values. */
        PUT_BACK,
        /** They stay where they are, as in production. */
        LEFT
    }

    /** Prepares the second way up of a database that was seen before the first and is seen now. */
    static SequenceRestart of(
            Sequences sequences, SnapshotReader snapshots, DatabaseSnapshot now, DatabaseSnapshot before) {
        Map<String, RowSnapshot.Position> moved = now.rows().movedSince(before.rows());
        Map<String, RowSnapshot.Position> positions =
                sequences == Sequences.PUT_BACK ? snapshots.rewind(now, before) : moved;
        Map<String, RowSnapshot.Position> held = positions.entrySet().stream()
                .filter(sequence ->
                        !sequence.getValue().equals(before.rows().sequences().get(sequence.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new SequenceRestart(positions, held, !positions.equals(moved));
    }
}
