@NullMarked
package dev.switchback.dbunit;

import org.jspecify.annotations.NullMarked;
