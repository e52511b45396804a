package dev.switchback.jupiter;

import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.fixture.SeedSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Reads the time of the fixtures' {@code @now} from an annotation or a parameter. */
final class SeedClock {

    private static final String PROBLEM =
            "is no moment; write an instant such as 2026-03-01T09:00:00Z, or a date such as 2026-03-01, which means its"
                    + " noon in UTC";

    private SeedClock() {}

    static Instant of(AnnotationLevels<SeededFixtures> said) {
        for (AnnotationLevels.Level<SeededFixtures> layer : said.levels()) {
            String written = layer.annotation().clock().strip();
            if (!written.isEmpty()) {
                try {
                    return parse(written);
                } catch (DateTimeParseException e) {
                    throw layer.wrong("clock", "'" + written + "' " + PROBLEM);
                }
            }
        }
        return said.parameter(SwitchbackParameters.FIXTURES_CLOCK)
                .map(SeedClock::parameter)
                .orElse(SeedSettings.defaults().clock());
    }

    private static Instant parameter(String value) {
        try {
            return parse(value);
        } catch (DateTimeParseException e) {
            throw ConfigurationErrors.value(SwitchbackParameters.FIXTURES_CLOCK, value, PROBLEM);
        }
    }

    private static Instant parse(String written) {
        return written.indexOf('T') < 0
                ? LocalDate.parse(written).atTime(12, 0).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(written).toInstant();
    }
}
