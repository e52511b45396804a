package dev.switchback.dbunit;

import java.io.InputStream;
import org.dbunit.dataset.xml.XmlProducer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;

/** DbUnit's reader of its XML, which tells where rows are. */
final class LocatedXml extends XmlProducer {

    private final WrittenRows rows;
    private @Nullable Locator locator;
    private String table = "";

    LocatedXml(InputStream content, WrittenRows rows) {
        super(new InputSource(content));
        this.rows = rows;
    }

    @Override
    public void setDocumentLocator(Locator location) {
        locator = location;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (name.equals("table")) {
            table = attributes.getValue("name");
        } else if (name.equals("row") && locator != null) {
            rows.add(table, locator);
        }
        super.startElement(uri, localName, name, attributes);
    }
}
