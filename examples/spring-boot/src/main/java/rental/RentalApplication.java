package rental;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Rents bicycles to customers, one at a time. */
@SpringBootApplication(proxyBeanMethods = false)
public class RentalApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(RentalApplication.class, arguments);
    }
}
