@NullMarked
package dev.switchback.schema.rules;

import org.jspecify.annotations.NullMarked;
