package dev.switchback.dbunit;

import java.io.InputStream;
import org.dbunit.dataset.xml.FlatXmlProducer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;

/** DbUnit's reader of flat XML, which takes columns from every row and not from the first, and tells where rows are. */
final class LocatedFlatXml extends FlatXmlProducer {

    private final WrittenRows rows;
    private @Nullable Locator locator;

    LocatedFlatXml(InputStream content, WrittenRows rows) {
        super(new InputSource(content), false, true);
        this.rows = rows;
    }

    @Override
    public void setDocumentLocator(Locator location) {
        locator = location;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes columns) throws SAXException {
        if (locator != null && columns.getLength() > 0) {
            rows.add(name, locator);
        }
        super.startElement(uri, localName, name, columns);
    }

    /** A DTD is not read: it says nothing that the database does not say better. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(InputStream.nullInputStream());
    }
}
