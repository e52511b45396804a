/** Reads PostgreSQL's catalogs. */
@NullMarked
package dev.switchback.postgresql.catalog;

import org.jspecify.annotations.NullMarked;
