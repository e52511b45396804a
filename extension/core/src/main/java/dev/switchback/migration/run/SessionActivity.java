package dev.switchback.migration.run;

import java.util.List;

/**
 * The activity of a session at one moment.
 *
 * @param statement the statement that it runs; empty if it runs nothing; may be cut off
 * @param lock the lock that it waits for, such as {@code AccessExclusiveLock on public.person}; empty if it waits for none
 * @param holders the sessions that keep it from that lock, one line each
 */
public record SessionActivity(String statement, String lock, List<Holder> holders) {

    public SessionActivity {
        holders = List.copyOf(holders);
    }

    /**
     * Who holds a lock.
     *
     * @param session who it is, in a few words
     * @param statement what it runs, or ran last
     */
    public record Holder(String session, String statement) {}
}
