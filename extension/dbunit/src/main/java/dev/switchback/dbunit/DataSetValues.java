package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureValue;
import dev.switchback.fixture.FixtureValue.Scalar;
import dev.switchback.fixture.SourceLocation;
import dev.switchback.fixture.ValueSyntax;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of the objects of a data set. */
enum DataSetValues {

    /** Texts are texts. */
    PLAIN {
        @Override
        FixtureValue ofText(String text, SourceLocation location) {
            return Scalar.of(text, location);
        }
    },

    /** Texts are as in every fixture file, and {@code [NULL]} is null, as DbUnit's users write it. */
    OF_A_FILE {
        @Override
        FixtureValue ofText(String text, SourceLocation location) {
            return text.equalsIgnoreCase("[null]")
                    ? new FixtureValue.Nothing(location)
                    : ValueSyntax.parse(text, location);
        }
    };

    /** As DbUnit has it: {@code [now-3d]}. */
    private static final Pattern NOW =
            Pattern.compile("\\[now(?<moves>(?:\\s*[-+]\\d+[yMdhms])*)\\s*]", Pattern.CASE_INSENSITIVE);

    abstract FixtureValue ofText(String text, SourceLocation location);

    FixtureValue of(@Nullable Object value, SourceLocation location) {
        if (value == null) {
            return new FixtureValue.Nothing(location);
        }
        if (value instanceof BigDecimal number) {
            return new Scalar(number.toPlainString(), Scalar.Form.NUMBER, location);
        }
        if (value instanceof Number) {
            return new Scalar(value.toString(), Scalar.Form.NUMBER, location);
        }
        if (value instanceof Boolean) {
            return new Scalar(value.toString(), Scalar.Form.BOOLEAN, location);
        }
        if (value instanceof byte[] bytes) {
            return Scalar.of("\\x" + HexFormat.of().formatHex(bytes), location);
        }
        String text = value.toString();
        Matcher now = NOW.matcher(text);
        return now.matches() ? moment(now.group("moves"), location) : ofText(text, location);
    }

    private static FixtureValue moment(String moves, SourceLocation location) {
        return new FixtureValue.Expression("now", moves.replaceAll("\\s", ""), location);
    }
}
