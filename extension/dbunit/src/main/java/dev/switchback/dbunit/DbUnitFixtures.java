package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixturePart;
import dev.switchback.fixture.FixtureTable;
import dev.switchback.fixture.Fixtures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.sql.DataSource;
import org.dbunit.dataset.DataSetException;
import org.dbunit.dataset.DefaultDataSet;
import org.dbunit.dataset.IDataSet;
import org.dbunit.dataset.xml.FlatXmlWriter;

/**
 * DbUnit's data sets as fixtures, and back.
 *
 * <pre>{@code
 * DbUnitFixtures.from(dataSet).into(dataSource);
 * }</pre>
 */
public final class DbUnitFixtures {

    private DbUnitFixtures() {}

    /**
     * The rows of a data set. They have no labels, unless a column is called {@code _label}. Values are taken as they are; only
     * {@code [now-3d]}, which DbUnit defines, is a time.
     *
     * @throws FixtureException if the data set cannot be read
     */
    public static Fixtures from(IDataSet dataSet) {
        return Fixtures.of(DataSetReader.read(dataSet, DataSetValues.PLAIN, RowPlaces.UNKNOWN));
    }

    /**
     * Fixtures as a data set. A row without some column of its table has a null there: DbUnit knows nothing else.
     *
     * @throws FixtureException if a value is only known when it is in a database, such as a reference; then read the
     *     tables with {@link #toDataSet(DataSource, String...)}
     */
    public static IDataSet toDataSet(Fixtures fixtures) {
        DefaultDataSet dataSet = new DefaultDataSet();
        for (FixturePart part : fixtures.parts()) {
            if (!(part instanceof FixtureTable table)) {
                throw FixtureException.at(part.location(), "A data set has no place for a script.");
            }
            add(dataSet, PlainTable.of(table));
        }
        return dataSet;
    }

    /**
     * The contents of tables, as the texts that the database itself reads, in the order of their primary keys. Columns that are
     * computed are left out.
     *
     * @param tables {@code orders} or {@code shop.orders}
     * @throws IllegalArgumentException if there is no such table, with the names nearest to it
     * @throws FixtureException if the database cannot be read
     */
    public static IDataSet toDataSet(DataSource database, String... tables) {
        DefaultDataSet dataSet = new DefaultDataSet();
        StoredTables.read(database, List.of(tables)).forEach(table -> add(dataSet, table));
        return dataSet;
    }

    /**
     * Writes a new file in flat XML.
     *
     * @throws FixtureException if there is such a file already, or it cannot be written
     */
    public static void writeFlatXml(IDataSet dataSet, Path file) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            FlatXmlWriter writer = new FlatXmlWriter(out, StandardCharsets.UTF_8);
            writer.setIncludeEmptyTable(true);
            writer.write(dataSet);
        } catch (IOException e) {
            throw new FixtureException(file + " cannot be written: " + e, e);
        } catch (DataSetException e) {
            throw new FixtureException("The data set cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static void add(DefaultDataSet dataSet, org.dbunit.dataset.ITable table) {
        try {
            dataSet.addTable(table);
        } catch (DataSetException e) {
            throw new FixtureException("A data set cannot hold these tables: " + e.getMessage(), e);
        }
    }
}
