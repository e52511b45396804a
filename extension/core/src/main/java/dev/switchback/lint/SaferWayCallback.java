package dev.switchback.lint;

import dev.switchback.lint.effect.SaferWays;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Tries safer ways in Flyway's session, before the statements that they replace, and takes them back. */
final class SaferWayCallback implements Callback {

    private static final Set<Event> NOTICED =
            EnumSet.of(Event.BEFORE_EACH_MIGRATE, Event.BEFORE_EACH_MIGRATE_STATEMENT);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private static final String COMMENT = "--";

    /** A comment that says where what follows goes, and asks for nothing. */
    private static final String PLACE = "-- in ";

    private static final Pattern TO_COMPLETE = Pattern.compile("<[a-z]+>| \\.\\.\\.;");

    private final SaferWayOffers offers;
    private final SaferWays saferWays;
    private final Map<LintFinding, String> refusals = new HashMap<>();
    private String script = "";
    private int position;

    SaferWayCallback(SaferWayOffers offers, SaferWays saferWays) {
        this.offers = offers;
        this.saferWays = saferWays;
    }

    /** Ends the run from within when all was tried; carries nothing. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Ended() {
            super("all safer ways were tried", null, false, false);
        }
    }

    /** The server's reasons, by the findings whose way it refuses. */
    Map<LintFinding, String> refusals() {
        return refusals;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return NOTICED.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            script = context.getMigrationInfo().getScript();
            position = 0;
            awaitJudgement();
        } else {
            offers.take(script, position++).forEach(finding -> tryOut(finding, context.getConnection()));
        }
        if (offers.areOver()) {
            throw new Ended();
        }
    }

    private void awaitJudgement() {
        try {
            offers.await(script);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }

    private void tryOut(LintFinding finding, Connection session) {
        try (Statement statement = session.createStatement()) {
            statement.setQueryTimeout((int) TIME_LIMIT.toSeconds());
            boolean isAlone = session.getAutoCommit();
            session.setAutoCommit(false);
            Savepoint before = session.setSavepoint();
            try {
                refusal(finding.saferSql(), statement).ifPresent(reason -> refusals.put(finding, reason));
            } finally {
                session.rollback(before);
                session.releaseSavepoint(before);
                if (isAlone) {
                    session.rollback();
                    session.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new FlywayException("A safer way cannot be tried: " + e.getMessage(), e);
        }
    }

    private Optional<String> refusal(List<String> steps, Statement statement) {
        for (String step : steps) {
            if (step.startsWith(PLACE)) {
                continue;
            }
            if (step.startsWith(COMMENT) || TO_COMPLETE.matcher(step).find()) {
                return Optional.empty();
            }
            try {
                for (String trial : saferWays.trial(step)) {
                    statement.execute(trial);
                }
            } catch (SQLException refused) {
                return Optional.of(
                        String.valueOf(refused.getMessage()).lines().findFirst().orElse("") + ", of " + step.strip());
            }
        }
        return Optional.empty();
    }

    /** The session must be as the user's own callbacks have set it up, so that it comes behind them in Flyway's order of names. */
    @Override
    public String getCallbackName() {
        return "~switchback-lint";
    }
}
