package db.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisePhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+43 (512) 58-29-01, +43512582901",
        "0044 20 7946 0018,  +442079460018",
        "020 7946 0018,      +442079460018",
        "20 7946 0018,       +442079460018"
    })
    void writesNumbersAsE164(String entered, String expected) {
        assertThat(V9__Normalise_phone_numbers.e164(entered)).isEqualTo(expected);
    }
}
