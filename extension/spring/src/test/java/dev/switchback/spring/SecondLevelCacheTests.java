package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.Customer;
import dev.switchback.spring.shop.Customers;
import dev.switchback.spring.shop.ShopApplication;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that Hibernate remembers are not found once they are gone. */
@SpringBootTest(
        classes = ShopApplication.class,
        properties = {
            "spring.jpa.properties.jakarta.persistence.sharedCache.mode=ALL",
            "spring.jpa.properties.hibernate.cache.region.factory_class=dev.switchback.spring.CacheInMaps",
            "spring.jpa.properties.hibernate.cache.use_query_cache=true"
        })
@TestDatabase
class SecondLevelCacheTests {

    private static final long SAVED = 2;

    @Autowired
    Customers customers;

    @Autowired
    EntityManagerFactory factory;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcTemplate sql;

    @RepeatedTest(2)
    void entitiesOfAnEarlierTestAreNotFound() {
        assertThat(customers.findById(SAVED)).isEmpty();

        customers.save(new Customer("left over"));
        assertThat(customers.findById(SAVED)).isPresent();
        assertThat(factory.getCache().contains(Customer.class, SAVED)).isTrue();
    }

    @RepeatedTest(2)
    void resultsOfAnEarlierTestAreNotFound() {
        assertThat(names()).isEqualTo("migrated");

        sql.update("UPDATE customer SET name = 'unseen'");
        assertThat(names()).as("of the cache").isEqualTo("migrated");
        customers.deleteAll();
        customers.save(new Customer("left over"));
        assertThat(names()).isEqualTo("left over");
    }

    private String names() {
        return entities.createQuery("SELECT max(c.name) FROM Customer c", String.class)
                .setHint("org.hibernate.cacheable", true)
                .getSingleResult();
    }
}
