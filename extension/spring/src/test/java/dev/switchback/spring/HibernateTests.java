package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Hibernate takes numbers ahead, fifty at a time: after a reset it must not go on with them. */
@SpringBootTest(classes = ShopApplication.class)
@TestDatabase
class HibernateTests {

    @Autowired
    Customers customers;

    @RepeatedTest(3)
    void idsAreTheSameInEveryTest() {
        assertThat(IntStream.range(0, 70)
                        .mapToObj(
                                each -> customers.save(new Customer("c" + each)).id()))
                .containsExactlyElementsOf(LongStream.range(2, 72).boxed().toList());
    }
}
