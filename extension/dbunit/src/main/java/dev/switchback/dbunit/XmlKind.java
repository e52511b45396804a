package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.SourceLocation;
import dev.switchback.fixture.format.FixtureFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/** The two kinds of XML that DbUnit has; both begin with {@code <dataset>}. */
enum XmlKind {
    FLAT,
    NESTED;

    /**
     * Reads no more of a file than says its kind.
     *
     * @throws FixtureException if it is neither, or declares entities: data is data, and reads no other file
     */
    static XmlKind of(FixtureFile file) {
        Beginning beginning = new Beginning(file.name());
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            reader.setContentHandler(beginning);
            reader.setEntityResolver(beginning);
            reader.setErrorHandler(beginning);
            reader.setProperty("http://xml.org/sax/properties/declaration-handler", beginning);
            reader.parse(new InputSource(file.content()));
            return FLAT;
        } catch (Enough enough) {
            return beginning.kind;
        } catch (SAXParseException e) {
            throw XmlFormat.notWellFormed(file, e);
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new FixtureException(file.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static final class Beginning extends DefaultHandler2 {

        private final String file;
        private @Nullable Locator locator;
        private int depth;
        private boolean named;
        private XmlKind kind = FLAT;

        Beginning(String file) {
            this.file = file;
        }

        @Override
        public void setDocumentLocator(Locator location) {
            locator = location;
        }

        @Override
        public void internalEntityDecl(String name, String value) {
            throw entity(name);
        }

        @Override
        public void externalEntityDecl(String name, @Nullable String publicId, String systemId) {
            throw entity(name);
        }

        private FixtureException entity(String name) {
            return FixtureException.at(
                    location(),
                    "the entity %s is declared here, and fixtures have none: they are data, which cannot make a reader open other files or grow without end. Write the value where it is used."
                            .formatted(name));
        }

        @Override
        public InputSource resolveEntity(
                String name, @Nullable String publicId, @Nullable String base, String systemId) {
            return new InputSource(InputStream.nullInputStream());
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws Enough {
            switch (depth++) {
                case 0 -> {
                    if (!name.equals("dataset")) {
                        throw FixtureException.at(
                                location(), "a data set of DbUnit begins with <dataset>, and not with <" + name + ">");
                    }
                }
                case 1 -> named = name.equals("table") && attributes.getValue("name") != null;
                default -> {
                    kind = named ? NESTED : FLAT;
                    throw new Enough();
                }
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) throws Enough {
            depth--;
            if (depth == 1 && !named) {
                throw new Enough();
            }
        }

        @Override
        public void error(SAXParseException failure) throws SAXException {
            throw failure;
        }

        private SourceLocation location() {
            Locator here = Objects.requireNonNull(locator);
            return new SourceLocation(file, here.getLineNumber(), 0);
        }
    }

    private static final class Enough extends SAXException {
        private static final long serialVersionUID = 1;
    }
}
