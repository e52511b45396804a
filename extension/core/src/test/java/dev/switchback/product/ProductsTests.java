package dev.switchback.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductsTests {

    private static final String REFUSAL = "The time of a database of %s cannot be read.";

    private interface Clock extends ProductPart {

        String now();
    }

    private interface Calendar extends ProductPart {}

    private record Known(String name, ProductParts parts) implements DatabaseProduct {

        static Known withClock(String name) {
            return new Known(name, ProductParts.none().with(Clock.class, () -> () -> "now on " + name));
        }
    }

    private record Twin(String name, ProductParts parts) implements DatabaseProduct {}

    private static final DatabaseProduct POSTGRESQL = Known.withClock("PostgreSQL");
    private static final DatabaseProduct MARIADB = Known.withClock("MariaDB");

    private final Products both = new Products(List.of(POSTGRESQL, MARIADB));

    @Test
    void thePartIsTheProductsOwn() {
        assertThat(both.part(Clock.class, "MariaDB", REFUSAL).now()).isEqualTo("now on MariaDB");
        assertThat(both.part(Clock.class, "PostgreSQL", REFUSAL).now()).isEqualTo("now on PostgreSQL");
    }

    @Test
    void anUnknownProductIsRefusedWithThoseThatAreSupported() {
        assertThatExceptionOfType(ProductException.class)
                .isThrownBy(() -> both.part(Clock.class, "H2", REFUSAL))
                .withMessage("The time of a database of H2 cannot be read. Supported are: MariaDB, PostgreSQL. "
                        + "Another product needs a DatabaseProduct with a Clock, registered in META-INF/services.");
    }

    @Test
    void aProductWithoutThatPartIsRefusedInTheSameWords() {
        Products products = new Products(List.of(POSTGRESQL, new Known("H2", ProductParts.none())));
        assertThatExceptionOfType(ProductException.class)
                .isThrownBy(() -> products.part(Clock.class, "H2", REFUSAL))
                .withMessage("The time of a database of H2 cannot be read. Supported are: PostgreSQL. "
                        + "Another product needs a DatabaseProduct with a Clock, registered in META-INF/services.");
    }

    @Test
    void aPartThatNoProductHasIsNamed() {
        assertThatExceptionOfType(ProductException.class)
                .isThrownBy(() -> both.part(Calendar.class, "PostgreSQL", "Days on %s cannot be told."))
                .withMessage("Days on PostgreSQL cannot be told. It needs a DatabaseProduct with a Calendar, "
                        + "registered in META-INF/services.");
    }

    @Test
    void twoProductsOfOneNameAreRefused() {
        Products products = new Products(List.of(POSTGRESQL, new Twin("PostgreSQL", ProductParts.none())));
        String message =
                """
                Several database products on the class path serve the product PostgreSQL:

                  dev.switchback.product.ProductsTests$Known
                  dev.switchback.product.ProductsTests$Twin

                Remove the dependencies that bring the others.""";
        assertThatExceptionOfType(ProductException.class)
                .isThrownBy(() -> products.part(Clock.class, "PostgreSQL", REFUSAL))
                .withMessage(message);
        assertThatExceptionOfType(ProductException.class)
                .isThrownBy(() -> products.parts(Clock.class))
                .withMessage(message);
    }

    @Test
    void oneProductIsFoundByWhatItsPartSays() {
        assertThat(both.find(Clock.class, clock -> clock.now().endsWith("MariaDB"), "the time"))
                .contains(MARIADB);
        assertThat(both.find(Clock.class, clock -> false, "the time")).isEmpty();
        assertThat(both.find(Calendar.class, calendar -> true, "the day")).isEmpty();
    }

    @Test
    void twoProductsWhosePartsSaySoAreRefused() {
        assertThatExceptionOfType(ProductException.class)
                .isThrownBy(() -> both.find(Clock.class, clock -> true, "the URL jdbc:any"))
                .withMessage(
                        """
                        Several database products on the class path serve the URL jdbc:any:

                          dev.switchback.product.ProductsTests$Known
                          dev.switchback.product.ProductsTests$Known

                        Remove the dependencies that bring the others.""");
    }

    @Test
    void thePartsOfAllProductsStandUnderTheirNames() {
        assertThat(both.parts(Clock.class)).containsOnlyKeys("MariaDB", "PostgreSQL");
        assertThat(both.parts(Calendar.class)).isEmpty();
    }

    @Test
    void aProductHasOnePartOfAKind() {
        ProductParts one = ProductParts.none().with(Clock.class, () -> () -> "one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.with(Clock.class, () -> () -> "two"))
                .withMessage("Two parts implement " + Clock.class.getName() + ".");
    }

    @Test
    void aPartIsMadeWhenItIsAskedFor() {
        Products products =
                new Products(List.of(new Known("H2", ProductParts.none().with(Clock.class, () -> {
                    throw new IllegalStateException("its library is missing");
                }))));
        assertThat(products.parts(Calendar.class)).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> products.part(Clock.class, "H2", REFUSAL))
                .withMessage("its library is missing");
    }
}
