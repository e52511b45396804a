package clinic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hibernate's message about entities that were left behind: the first thing that it finds, and only that. */
@TestDatabase
class StaleMappingTest {

    /** A migration for its mobile number was forgotten. */
    @Entity
    @Table(name = "patient")
    static class PatientWithMobile {

        @Id
        @Nullable
        Long id;

        @Nullable
        String mobile;
    }

    /** The column has been a date since it was introduced. */
    @Entity
    @Table(name = "patient")
    static class PatientBornInWords {

        @Id
        @Nullable
        Long id;

        @Column(nullable = false)
        String born = "";
    }

    @Test
    void aColumnThatNoMigrationAddedIsNamed(DataSource database) {
        assertThatThrownBy(() -> Validation.validate(database, List.of(PatientWithMobile.class)))
                .isInstanceOf(SchemaManagementException.class)
                .hasMessage("Schema validation: missing column [mobile] in table [patient]");
    }

    @Test
    void aColumnOfAnotherTypeIsNamedWithBothTypes(DataSource database) {
        assertThatThrownBy(() -> Validation.validate(database, List.of(PatientBornInWords.class)))
                .isInstanceOf(SchemaManagementException.class)
                .hasMessage("Schema validation: wrong column type encountered in column [born] in table [patient];"
                        + " found [date (Types#DATE)], but expecting [varchar(255) (Types#VARCHAR)]");
    }
}
