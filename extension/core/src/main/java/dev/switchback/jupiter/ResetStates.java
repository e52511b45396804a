package dev.switchback.jupiter;

import dev.switchback.fixture.reset.ResetDialect;
import dev.switchback.fixture.reset.ResetState;
import dev.switchback.provision.Template;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The content of templates, to which their copies are brought back; each is read once. Thread-safe. */
final class ResetStates {

    private final Map<Template, ResetState> states = new HashMap<>();

    /** That of a template; the first call reads it from a copy that nobody has changed. */
    synchronized ResetState of(Template template, Connection copy) throws SQLException {
        ResetState known = states.get(template);
        if (known == null) {
            known = ResetDialect.on(copy).read(copy);
            states.put(template, known);
        }
        return known;
    }
}
