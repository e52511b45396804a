package dev.switchback.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * PostgreSQL for one platform, packed.
 *
 * @param version such as 17.11, as the jar's name says it
 * @param location where the archive is
 */
record Archive(String version, URL location) {

    static final Comparator<Archive> OLDEST_FIRST = Comparator.<Archive>comparingInt(
                    archive -> number(archive.version, 0))
            .thenComparingInt(archive -> number(archive.version, 1));

    /** The artifacts' versions are PostgreSQL's with a third number for the packaging. */
    private static final Pattern JAR_VERSION = Pattern.compile("-(\\d+\\.\\d+)(?:\\.\\d+)?[^/]*\\.jar!/");

    static Archive at(URL location) {
        Matcher version = JAR_VERSION.matcher(location.toString());
        return new Archive(version.find() ? version.group(1) : "", location);
    }

    private static int number(String version, int index) {
        String[] numbers = version.split("\\.");
        return index < numbers.length && !numbers[index].isEmpty() ? Integer.parseInt(numbers[index]) : 0;
    }

    String major() {
        return version.replaceFirst("\\..*", "");
    }

    /** A name that another content does not have. */
    String key() {
        return "postgresql-%s-%08x".formatted(version.isEmpty() ? "unknown" : version, checksum());
    }

    InputStream open() throws IOException {
        URLConnection connection = location.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    /** A jar's directory knows it already: reading 15 MB at every start would cost more than starting the server. */
    private long checksum() {
        try {
            if (location.openConnection() instanceof JarURLConnection jar && jar.getJarEntry() != null) {
                return jar.getJarEntry().getCrc();
            }
            CRC32 checksum = new CRC32();
            try (InputStream content = new CheckedInputStream(open(), checksum)) {
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return checksum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + location, e);
        }
    }
}
