package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.LintDialect;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.SessionWatch;

/** The part of PostgreSQL that the lint needs. */
public final class PostgresLint implements LintDialect {

    @Override
    public SessionWatch watch() {
        return new PostgresSessionWatch();
    }

    @Override
    public SaferWays saferWays() {
        return new PostgresSaferWays();
    }
}
