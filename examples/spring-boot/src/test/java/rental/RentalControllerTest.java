package rental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The application over HTTP. */
class RentalControllerTest extends RentalTest {

    @Autowired
    MockMvcTester http;

    @Test
    void bikesAreListedByName() {
        assertThat(http.get().uri("/bikes")).bodyJson().isStrictlyEqualTo("[\"Brompton\", \"Pashley\"]");
    }

    @Test
    void aBikeIsRentedByOneCustomerAtATime() {
        assertThat(rent("Brompton", "Ann")).hasStatus(HttpStatus.CREATED);
        assertThat(rent("Brompton", "Ben")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @SeededFixtures("rented.yaml")
    void aBikeThatWasReturnedIsRentedAgain() {
        assertThat(rent("Brompton", "Ben")).hasStatus(HttpStatus.CONFLICT);
        assertThat(http.delete().uri("/bikes/Brompton/rental")).hasStatusOk();
        assertThat(rent("Brompton", "Ben")).hasStatus(HttpStatus.CREATED);
    }

    private MockMvcTester.MockMvcRequestBuilder rent(String bike, String customer) {
        return http.put().uri("/bikes/{bike}/rental", bike).param("customer", customer);
    }
}
