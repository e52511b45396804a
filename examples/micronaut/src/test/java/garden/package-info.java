@NullMarked
package garden;

import org.jspecify.annotations.NullMarked;
