package dev.switchback.benchmarks.spring;

import io.zonky.test.db.AutoConfigureEmbeddedDatabase;
import io.zonky.test.db.AutoConfigureEmbeddedDatabase.DatabaseProvider;
import io.zonky.test.db.AutoConfigureEmbeddedDatabase.RefreshMode;

/** With embedded-database-spring-test: one context, and a new database before each test. The rows come by a migration. */
@AutoConfigureEmbeddedDatabase(provider = DatabaseProvider.EMBEDDED, refresh = RefreshMode.BEFORE_EACH_TEST_METHOD)
public abstract class ZonkySpringCase extends SpringCase {}
