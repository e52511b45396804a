/** A library whose books are lent. */
@NullMarked
package library;

import org.jspecify.annotations.NullMarked;
