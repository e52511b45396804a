package dev.switchback.jupiter;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Several applications of one database as one. */
final class Applications implements Application {

    private final List<Application> all = new CopyOnWriteArrayList<>();

    void add(Application application) {
        all.add(application);
    }

    @Override
    public void closeSessions() {
        all.forEach(Application::closeSessions);
    }

    @Override
    public void rowsPutBack() {
        all.forEach(Application::rowsPutBack);
    }

    @Override
    public void databaseEnds() {
        all.forEach(Application::databaseEnds);
    }

    @Override
    public Optional<Connection> transaction() {
        // each writes what it has yet to write
        List<Connection> open = all.stream()
                .flatMap(application -> application.transaction().stream())
                .toList();
        return open.stream().findFirst();
    }
}
