package dev.switchback.jupiter;

import static java.util.stream.Collectors.joining;

import dev.switchback.provision.Database;
import dev.switchback.provision.SessionDialect;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The connections to a database that were opened for its borrowers, with where that was. It keeps none of them open: drivers close
 * those that nobody refers to. Thread-safe.
 */
final class OpenedConnections {

    private static final int MOST_BEFORE_TIDYING = 64;
    private static final int MOST_FRAMES = 8;

    private static final Pattern OWN = Pattern.compile(
            "^" + Pattern.quote(OpenedConnections.class.getPackageName()) + "\\.(Opened|Leased|SeededDataSource)");

    private final List<Opened> opened = new ArrayList<>();
    private int tidyAt = MOST_BEFORE_TIDYING;

    private record Opened(WeakReference<Connection> reference, List<StackTraceElement> place) {

        Stream<Connection> open() {
            Connection connection = reference.get();
            try {
                return connection == null || connection.isClosed() ? Stream.empty() : Stream.of(connection);
            } catch (SQLException e) {
                return Stream.empty();
            }
        }
    }

    Connection add(Connection connection) {
        List<StackTraceElement> place = place(new Throwable().getStackTrace());
        synchronized (opened) {
            if (opened.size() >= tidyAt) {
                opened.removeIf(each -> each.open().findAny().isEmpty());
                tidyAt = 2 * opened.size() + MOST_BEFORE_TIDYING;
            }
            opened.add(new Opened(new WeakReference<>(connection), place));
        }
        return connection;
    }

    private static List<StackTraceElement> place(StackTraceElement[] stack) {
        return Stream.of(stack)
                .dropWhile(frame -> isOwn(frame.getClassName()))
                .takeWhile(frame -> !frame.getClassName().startsWith("org.junit.")
                        && !frame.getClassName().contains(".reflect."))
                .limit(MOST_FRAMES)
                .toList();
    }

    /** By names, because those classes know this one. */
    private static boolean isOwn(String type) {
        return OWN.matcher(type).find();
    }

    /** The connections that run a statement or have a transaction open, a paragraph each; empty if there is none. */
    String busy(Database database) throws SQLException {
        return look(database, Ending.NONE);
    }

    /** The same; they are ended with what they do. */
    String endBusy(Database database) throws SQLException {
        return look(database, Ending.BUSY);
    }

    /** The same; and those that do nothing are ended, too. */
    String endAll(Database database) throws SQLException {
        return look(database, Ending.ALL);
    }

    private enum Ending {
        NONE,
        BUSY,
        ALL
    }

    private String look(Database database, Ending ending) throws SQLException {
        Map<Long, List<StackTraceElement>> open = open();
        if (open.isEmpty()) {
            return "";
        }
        try (Connection observer = database.dataSource().getConnection()) {
            SessionDialect sessions = SessionDialect.on(observer);
            Map<Long, String> busy = sessions.busy(open.keySet(), observer);
            Set<Long> ended = ending == Ending.ALL ? open.keySet() : busy.keySet();
            if (ending != Ending.NONE && !ended.isEmpty()) {
                sessions.end(ended, observer);
            }
            return busy.entrySet().stream()
                    .map(each -> "  session " + each.getKey() + ", " + each.getValue()
                            + text(open.getOrDefault(each.getKey(), List.of())))
                    .collect(joining("\n\n"));
        }
    }

    private Map<Long, List<StackTraceElement>> open() throws SQLException {
        Map<Long, List<StackTraceElement>> open = new HashMap<>();
        synchronized (opened) {
            for (Opened each : opened) {
                for (Connection connection : each.open().toList()) {
                    SessionDialect.on(connection)
                            .numberOf(connection)
                            .ifPresent(number -> open.put(number, each.place));
                }
            }
        }
        return open;
    }

    private static String text(List<StackTraceElement> place) {
        return place.isEmpty()
                ? ""
                : place.stream().map(frame -> "\n      at " + frame).collect(joining("", "\n    opened", ""));
    }
}
