package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixturePart;
import dev.switchback.fixture.format.FixtureFile;
import dev.switchback.fixture.format.FixtureFormat;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Spreadsheets, laid out as for DbUnit: a sheet is a table, and its first row names the columns. They are read by Apache POI and
 * not through DbUnit, which makes a date a number that depends on the time zone, and an empty line a row of nulls.
 */
@API(status = API.Status.INTERNAL)
public final class SpreadsheetFormat implements FixtureFormat {

    /** For the {@link java.util.ServiceLoader}. */
    public SpreadsheetFormat() {}

    @Override
    public Set<String> endings() {
        return Set.of("xls", "xlsx");
    }

    @Override
    public List<FixturePart> read(FixtureFile file) {
        try {
            return Spreadsheet.read(file);
        } catch (NoClassDefFoundError e) {
            throw new FixtureException(
                    file.name()
                            + " is a spreadsheet, and Apache POI, which reads them, is not on the class path. Add org.apache.poi:poi-ooxml, in the scope test.",
                    e);
        }
    }
}
