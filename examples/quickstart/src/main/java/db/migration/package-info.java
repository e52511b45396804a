/** Migrations of the shop that want more than SQL. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
