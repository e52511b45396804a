package dev.switchback.postgresql.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessControlTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            nullValues = "none",
            value = {
                "ann=rw/ann ann=rw/ann ann | '' | ''",
                "ann=rw/ann ann=rw/ann,bob=r/ann ann | bob SELECT | ''",
                "ann=rw/ann ann=rw/ann,=r/ann ann | public SELECT | ''",
                "ann=rw/ann ann=r/ann ann | '' | owner UPDATE",
                "=X/ann,ann=X/ann ann=X/ann ann | '' | public EXECUTE",
                "ann=rw/ann  ann | '' | owner SELECT UPDATE",
                "' bob=ar/ann ann' | bob INSERT SELECT | ''",
                "'  ann' | '' | ''",
                "ann=rw/ann ann=r*w*/ann,bob=r*w/ann ann | bob SELECT with grant option UPDATE | ''",
                "ann=rw/ann ann=rw/ann,eve=r/bob,eve=r/ann,bob=r*/ann ann | bob SELECT with grant option, eve SELECT | ''",
                "ann=r/ann ann=r/ann,bob=arwdDxtmXUCcTsA/ann ann"
                        + " | bob ALTER SYSTEM CONNECT CREATE DELETE EXECUTE INSERT MAINTAIN REFERENCES SELECT SET TEMPORARY TRIGGER"
                        + " TRUNCATE UPDATE USAGE | ''",
                "ann=r/ann ann=r/ann,bob=z/ann ann | bob z | ''",
                "ann=r/ann ann=r/ann,owner=r*/ann ann | owner SELECT with grant option | ''"
            })
    void saysWhatIsNotUsual(String lists, String grants, String revoked) {
        assertThat(AccessControl.parse(lists)).isEqualTo(new AccessControl(grants, revoked));
    }

    @Test
    void rolesMayHaveAnyName() {
        String owner = "the \"first\", a=r/b";
        String quoted = "\"the \"\"first\"\", a=r/b\"";

        assertThat(AccessControl.parse(
                        "%1$s=r/%1$s %1$s=rw/%1$s,\"a b\"=r/%1$s,müller=r/%1$s %2$s".formatted(quoted, owner)))
                .isEqualTo(new AccessControl("a b SELECT, müller SELECT, owner UPDATE", ""));
    }

    @Test
    void thereMayBeAnyNumberOfRoles() {
        String all =
                IntStream.range(0, 5000).mapToObj("\"a-%05d\"=r/ann"::formatted).collect(joining(","));

        assertThat(AccessControl.parse("ann=r/ann ann=r/ann," + all + " ann").grants())
                .startsWith("a-00000 SELECT, a-00001 SELECT")
                .endsWith("a-04999 SELECT");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> AccessControl.parse("ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ann");
    }
}
