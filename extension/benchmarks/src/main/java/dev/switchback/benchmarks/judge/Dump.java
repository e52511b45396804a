package dev.switchback.benchmarks.judge;

import dev.switchback.benchmarks.client.PgDump;
import dev.switchback.provision.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The output of {@code pg_dump}, object by object, without what is said about the dump itself. */
record Dump(Map<Place, List<String>> entries) {

    private static final Pattern HEADER =
            Pattern.compile("-- (?:Data for )?Name: (?<name>.*); Type: (?<type>.*); Schema: (?<schema>.*); Owner: .*");
    private static final Pattern OF_THE_DUMP =
            Pattern.compile("--|SET default_\\w+ = .*;|-- PostgreSQL database dump.*");

    /** Schema and rows in one: twice as quick as one after the other. */
    static Dump of(Database database) throws IOException {
        return parse(PgDump.of(database));
    }

    static Dump parse(String text) {
        Map<Place, List<String>> entries = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                Place place = new Place(header.group("type"), header.group("schema"), header.group("name"));
                current = entries.computeIfAbsent(place, key -> new ArrayList<>());
            } else if (!line.isBlank() && !OF_THE_DUMP.matcher(line).matches()) {
                current.add(line);
            }
        }
        return new Dump(entries);
    }

    /** The statements that put every sequence where it stood. */
    String positions() {
        StringBuilder sql = new StringBuilder();
        entries.forEach((place, lines) -> {
            if (place.isPosition()) {
                lines.forEach(sql::append);
            }
        });
        return sql.toString();
    }

    /** An object of the dump. */
    record Place(String type, String schema, String name) implements Comparable<Place> {

        boolean isPosition() {
            return type.equals("SEQUENCE SET");
        }

        boolean isRows() {
            return type.equals("TABLE DATA");
        }

        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return type + " " + schema + "." + name;
        }
    }
}
