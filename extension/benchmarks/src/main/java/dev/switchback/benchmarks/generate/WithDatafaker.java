package dev.switchback.benchmarks.generate;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** As one would write it with the library: one faker, whose values depend on all that were made before. */
final class WithDatafaker implements RowMaker {

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-01T00:00:00Z");

    private final Faker faker = new Faker(Locale.ENGLISH, new Random(1));
    private final String[] row = new String[8];

    @Override
    public String[] row(long ordinal) {
        row[0] = faker.name().fullName();
        row[1] = faker.internet().emailAddress();
        row[2] = faker.address().streetAddress();
        row[3] = faker.address().city();
        row[4] = faker.phoneNumber().phoneNumber();
        row[5] = faker.commerce().price(0.99, 500.00);
        row[6] = faker.timeAndDate().between(FROM, TO).toString();
        row[7] = faker.options().option("open", "paid", "sent");
        return row;
    }
}
