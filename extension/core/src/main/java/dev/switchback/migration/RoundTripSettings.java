package dev.switchback.migration;

import java.util.List;

/**
 * How a round trip is made and judged.
 *
 * @param mode how far down it goes
 * @param from the version from which undo scripts exist; empty for the first
 * @param undo locations of undo scripts beside the migrations' own; empty for none
 * @param missingUndo what a migration without an undo means
 * @param columnOrder what another order of columns alone means
 * @param enumValues what enum values that stay behind mean
 * @param excluded patterns of objects that are not compared, such as {@code public.audit_*}
 */
public record RoundTripSettings(
        RoundTripMode mode,
        String from,
        List<String> undo,
        Reaction missingUndo,
        Reaction columnOrder,
        Reaction enumValues,
        List<String> excluded) {

    public RoundTripSettings {
        undo = List.copyOf(undo);
        excluded = List.copyOf(excluded);
    }

    /** Steps from the first migration on; nothing is excused but another order of columns. */
    public static RoundTripSettings defaults() {
        return new RoundTripSettings(
                RoundTripMode.STEPS, "", List.of(), Reaction.FAIL, Reaction.NOTICE, Reaction.FAIL, List.of());
    }
}
