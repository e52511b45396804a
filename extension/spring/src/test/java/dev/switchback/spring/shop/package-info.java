/** An application, as users have them. */
@NullMarked
package dev.switchback.spring.shop;

import org.jspecify.annotations.NullMarked;
