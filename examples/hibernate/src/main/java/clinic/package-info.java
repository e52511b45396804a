/** A clinic and the visits to it. */
@NullMarked
package clinic;

import org.jspecify.annotations.NullMarked;
