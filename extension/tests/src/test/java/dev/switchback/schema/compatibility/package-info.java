@NullMarked
package dev.switchback.schema.compatibility;

import org.jspecify.annotations.NullMarked;
