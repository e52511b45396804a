package dev.switchback.postgresql;

import dev.switchback.postgresql.SharedTemplateDatabases.State;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.SharedTemplates;
import dev.switchback.text.Digest;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Templates on a PostgreSQL server that its runs share: built under a run's own name, and renamed when they are whole. */
final class PostgresSharedTemplates implements SharedTemplates {

    /** More than migrations take; but the locks of a machine that is gone stay until the server has noticed. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(PostgresSharedTemplates.class.getName());

    private final Connection session;
    private final PostgresDatabases databases;
    private final SharedTemplateDatabases shared;
    private final Duration longestWait;
    private final Map<String, Object> oneByOne = new ConcurrentHashMap<>();
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    /** @param session the run's own, for its life */
    PostgresSharedTemplates(Connection session, PostgresDatabases databases, Duration longestWait) {
        this.session = session;
        this.databases = databases;
        this.shared = new SharedTemplateDatabases(session);
        this.longestWait = longestWait;
    }

    /** The outcome of asking for a template. */
    private enum Claim {
        IS_THERE,
        IS_TO_BE_BUILT,
        CANNOT_BE_SHARED
    }

    @Override
    public String get(String digest, Supplier<String> build) {
        // a session gets its own locks again and again
        synchronized (oneByOne.computeIfAbsent(digest, absent -> new Object())) {
            String facts;
            String name;
            SharedTemplateLock lock;
            Claim claim;
            try {
                facts = SharedTemplateFacts.digest(session);
                lock = new SharedTemplateLock(session, Digest.of(digest, facts).substring(0, 32));
                name = shared.prefix() + lock.digits();
                claim = claim(name, lock);
            } catch (SQLException e) {
                warn("Templates cannot be shared on this server, and this run migrates for itself", e);
                return build.get();
            }
            return switch (claim) {
                case IS_THERE -> name;
                case IS_TO_BE_BUILT -> build(name, lock, facts, build);
                case CANNOT_BE_SHARED -> build.get();
            };
        }
    }

    /** Ends with the lock: shared if the template is there, alone if it is to be built. */
    private Claim claim(String name, SharedTemplateLock lock) throws SQLException {
        SharedTemplateWait wait = new SharedTemplateWait(name, lock, longestWait);
        do {
            State state = shared.state(name);
            if (state == State.OF_SOMEBODY_ELSE) {
                LOG.log(
                        Level.WARNING,
                        "Database {0} is not one of Switchback''s templates, and is left alone. This run migrates for itself",
                        name);
                return Claim.CANNOT_BE_SHARED;
            }
            if (state == State.WHOLE && isTaken(name, lock)) {
                return Claim.IS_THERE;
            }
            if (state == State.ABSENT && isOursToBuild(name, lock)) {
                return Claim.IS_TO_BE_BUILT;
            }
        } while (wait.goesOn());
        return Claim.CANNOT_BE_SHARED;
    }

    private boolean isTaken(String name, SharedTemplateLock lock) throws SQLException {
        if (!lock.tryShared()) {
            return false;
        }
        if (shared.state(name) != State.WHOLE) {
            lock.leaveShared();
            return false;
        }
        inUse.add(name);
        shared.noteUse(name);
        return true;
    }

    private boolean isOursToBuild(String name, SharedTemplateLock lock) throws SQLException {
        if (!lock.tryAlone()) {
            return false;
        }
        if (shared.state(name) != State.ABSENT) {
            lock.leaveAlone();
            return false;
        }
        return true;
    }

    private String build(String name, SharedTemplateLock lock, String facts, Supplier<String> build) {
        try {
            String built = build.get();
            return isShared(built, name, lock, facts) ? name : built;
        } finally {
            try {
                lock.leaveAlone();
            } catch (SQLException e) {
                // The session has ended, and the lock with it.
            }
        }
    }

    /** Not if the migrations, or anybody meanwhile, have changed what the template follows from, such as roles. */
    private boolean isShared(String built, String name, SharedTemplateLock lock, String facts) {
        try {
            if (!SharedTemplateFacts.digest(session).equals(facts) || !lock.tryShared()) {
                return false;
            }
            shared.noteUse(built);
            databases.rename(built, name);
            inUse.add(name);
            removeOutdated();
            return true;
        } catch (SQLException | ProvisionException e) {
            warn("The template of this run cannot be shared", e);
            return false;
        }
    }

    private void removeOutdated() {
        try {
            for (String name : shared.outdated()) {
                SharedTemplateLock lock = new SharedTemplateLock(session, name.substring(name.length() - 32));
                // its own locks do not keep a session from taking more
                if (!inUse.contains(name) && lock.tryAlone()) {
                    databases.drop(name);
                    lock.leaveAlone();
                }
            }
        } catch (SQLException | ProvisionException e) {
            warn("Outdated templates cannot be removed", e);
        }
    }

    private static void warn(String what, Exception cause) {
        LOG.log(Level.WARNING, what + " (switchback.cache = off shares none)", cause);
    }
}
