package dev.switchback.migration.run;

import org.apiguardian.api.API;

/** The three ways a migration is taken in a round trip. */
@API(status = API.Status.INTERNAL)
public enum PhaseDirection {
    UP,
    DOWN,
    AGAIN
}
