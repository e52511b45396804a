/** The shop: an application like any other, the thing under test. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
