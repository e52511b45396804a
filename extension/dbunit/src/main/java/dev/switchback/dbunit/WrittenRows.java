package dev.switchback.dbunit;

import dev.switchback.fixture.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xml.sax.Locator;

/** Remembers where a file's rows end, which is all that a parser tells of an element. */
final class WrittenRows implements RowPlaces {

    private final String file;
    private final Map<String, List<SourceLocation>> rows = new HashMap<>();

    WrittenRows(String file) {
        this.file = file;
    }

    void add(String table, Locator location) {
        rows.computeIfAbsent(key(table), absent -> new ArrayList<>())
                .add(new SourceLocation(file, location.getLineNumber(), 0));
    }

    @Override
    public SourceLocation of(String table, int row) {
        List<SourceLocation> places = rows.getOrDefault(key(table), List.of());
        return row < places.size() ? places.get(row) : new SourceLocation(file, 0, 0);
    }

    private static String key(String table) {
        return table.toUpperCase(Locale.ROOT);
    }
}
