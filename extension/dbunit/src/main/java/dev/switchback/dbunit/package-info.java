/** DbUnit's data sets as fixtures, and what a database holds as a data set. */
@NullMarked
package dev.switchback.dbunit;

import org.jspecify.annotations.NullMarked;
