@NullMarked
package dev.switchback.schema.golden;

import org.jspecify.annotations.NullMarked;
