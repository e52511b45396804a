@NullMarked
package dev.switchback.schema.files;

import org.jspecify.annotations.NullMarked;
