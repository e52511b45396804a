package dev.switchback.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns whose position has changed, as few as can be named. A column can only be added last, so those are
 * taken to have moved that are behind the first one that is out of order.
 *
 * @param from the old position, such as {@code name after id}
 * @param to the new position, such as {@code name last}
 */
record MovedColumns(String from, String to) {

    /** Compares two orders of the same columns that differ. */
    static MovedColumns between(List<String> before, List<String> after) {
        int kept = 1;
        while (before.indexOf(after.get(kept - 1)) < before.indexOf(after.get(kept))) {
            kept++;
        }
        List<String> moved = after.subList(kept, after.size());
        return new MovedColumns(places(before, moved), String.join(", ", moved) + " last");
    }

    /** Neighbours among them are named together, by what stood before the first. */
    private static String places(List<String> order, List<String> moved) {
        List<String> places = new ArrayList<>();
        List<String> together = new ArrayList<>();
        String previous = "";
        for (String column : order) {
            if (moved.contains(column)) {
                together.add(column);
            } else {
                addPlace(places, together, previous);
                together.clear();
                previous = column;
            }
        }
        addPlace(places, together, previous);
        return String.join(", ", places);
    }

    private static void addPlace(List<String> places, List<String> together, String previous) {
        if (!together.isEmpty()) {
            places.add(String.join(", ", together) + (previous.isEmpty() ? " first" : " after " + previous));
        }
    }
}
