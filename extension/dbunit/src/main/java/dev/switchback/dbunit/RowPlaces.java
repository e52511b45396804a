package dev.switchback.dbunit;

import dev.switchback.fixture.SourceLocation;

/** The source locations of the rows of a data set. */
@FunctionalInterface
interface RowPlaces {

    /** Those of a data set that was no file. */
    RowPlaces UNKNOWN = (table, row) -> SourceLocation.UNKNOWN;

    /** The place of a row, counted from 0. */
    SourceLocation of(String table, int row);
}
