package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixturePart;
import dev.switchback.fixture.SourceLocation;
import dev.switchback.fixture.format.FixtureFile;
import dev.switchback.fixture.format.FixtureFormat;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.dbunit.dataset.CachedDataSet;
import org.dbunit.dataset.DataSetException;
import org.dbunit.dataset.stream.IDataSetProducer;
import org.xml.sax.SAXParseException;

/**
 * DbUnit's two kinds of XML, read by DbUnit: the flat one, in which an element is a row, and the other, with elements for
 * tables, columns and values.
 */
@API(status = API.Status.INTERNAL)
public final class XmlFormat implements FixtureFormat {

    /** For the {@link java.util.ServiceLoader}. */
    public XmlFormat() {}

    @Override
    public Set<String> endings() {
        return Set.of("xml");
    }

    @Override
    public List<FixturePart> read(FixtureFile file) {
        WrittenRows places = new WrittenRows(file.name());
        IDataSetProducer producer =
                switch (XmlKind.of(file)) {
                    case FLAT -> new LocatedFlatXml(file.content(), places);
                    case NESTED -> new LocatedXml(file.content(), places);
                };
        try {
            return DataSetReader.read(new CachedDataSet(producer, false), DataSetValues.OF_A_FILE, places);
        } catch (DataSetException e) {
            throw unreadable(file, e);
        }
    }

    private static FixtureException unreadable(FixtureFile file, DataSetException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException parsing) {
                return notWellFormed(file, parsing);
            }
        }
        return new FixtureException(file.name() + " is no data set of DbUnit: " + failure.getMessage(), failure);
    }

    static FixtureException notWellFormed(FixtureFile file, SAXParseException cause) {
        SourceLocation location = new SourceLocation(file.name(), cause.getLineNumber(), cause.getColumnNumber());
        return new FixtureException(location + ": this is no well-formed XML: " + cause.getMessage(), cause);
    }
}
