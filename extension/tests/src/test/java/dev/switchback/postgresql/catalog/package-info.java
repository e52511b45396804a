@NullMarked
package dev.switchback.postgresql.catalog;

import org.jspecify.annotations.NullMarked;
