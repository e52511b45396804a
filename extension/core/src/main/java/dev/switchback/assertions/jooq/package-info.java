/** Classes that jOOQ generated, compared with a schema. */
@NullMarked
package dev.switchback.assertions.jooq;

import org.jspecify.annotations.NullMarked;
