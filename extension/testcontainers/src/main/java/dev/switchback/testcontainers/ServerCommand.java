package dev.switchback.testcontainers;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command in a container: a server whose data nobody will miss. */
final class ServerCommand {

    private static final Map<String, String> THROW_AWAY = Map.ofEntries(
            // Nothing has to survive: neither is it synced, nor logged for a recovery.
            Map.entry("fsync", "off"),
            Map.entry("synchronous_commit", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "1h"),
            // Tests are short: no work in the background that costs time now to save some later.
            Map.entry("autovacuum", "off"),
            Map.entry("bgwriter_lru_maxpages", "0"),
            Map.entry("jit", "off"),
            // The same everywhere.
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"),
            Map.entry("max_connections", "200"));

    private ServerCommand() {}

    /** @param settings by name, applied over those that make it fast */
    static String[] of(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(THROW_AWAY);
        if (!settings.getOrDefault("wal_level", "minimal").equals("minimal")) {
            all.put("max_wal_senders", "10");
        }
        all.putAll(settings);
        return Stream.concat(
                        Stream.of("postgres"),
                        all.entrySet().stream()
                                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue())))
                .toArray(String[]::new);
    }
}
