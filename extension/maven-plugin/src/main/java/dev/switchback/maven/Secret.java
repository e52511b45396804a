package dev.switchback.maven;

import java.util.Optional;

/** A parameter whose value is not to be read: Maven's debug output prints parameters with what {@link #toString} gives. */
public final class Secret {

    private String value = "";

    /** To be made by Maven. */
    public Secret() {}

    /** To be called by Maven with the value. */
    public void set(String given) {
        value = given;
    }

    Optional<String> value() {
        return Optional.of(value).filter(given -> !given.isEmpty());
    }

    @Override
    public String toString() {
        return "***";
    }
}
