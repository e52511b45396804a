@NullMarked
package museum;

import org.jspecify.annotations.NullMarked;
