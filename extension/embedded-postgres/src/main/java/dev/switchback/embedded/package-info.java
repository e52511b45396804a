/**
 * PostgreSQL from Maven artifacts, on the machine's own loopback, nothing installed but a JDK.
 *
 * <p>A folder of the user's keeps what is made once: the unpacked binaries, and for each version a freshly initialized data
 * directory. A server is a copy of the latter, with a port and a password of its own, and is thrown away when it is closed.
 */
@NullMarked
package dev.switchback.embedded;

import org.jspecify.annotations.NullMarked;
