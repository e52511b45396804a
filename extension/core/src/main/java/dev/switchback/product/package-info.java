/** Database products, the parts that each of them brings, and the one lookup of a part. */
@NullMarked
package dev.switchback.product;

import org.jspecify.annotations.NullMarked;
