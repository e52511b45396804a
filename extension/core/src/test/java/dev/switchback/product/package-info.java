@NullMarked
package dev.switchback.product;

import org.jspecify.annotations.NullMarked;
