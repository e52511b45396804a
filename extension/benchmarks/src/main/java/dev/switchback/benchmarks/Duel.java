package dev.switchback.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two contenders by turns, so that whatever else the machine does meets both. */
public record Duel(Timings ours, Timings theirs) {

    /**
     * Lets them run.
     *
     * @param warmUps how many runs of each do not count
     * @param runs how many do
     */
    public static Duel of(Contender ours, Contender theirs, int warmUps, int runs) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            ours.run();
            theirs.run();
        }
        List<Duration> our = new ArrayList<>();
        List<Duration> their = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            our.add(ours.run());
            their.add(theirs.run());
        }
        return new Duel(new Timings(our), new Timings(their));
    }
}
