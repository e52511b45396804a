package dev.switchback.postgresql.filling;

import java.util.List;

/** A foreign key: its columns and those of the parent, in the same order. */
record ParentLink(String name, List<String> columns, long parent, List<String> parentColumns) {

    ParentLink {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
