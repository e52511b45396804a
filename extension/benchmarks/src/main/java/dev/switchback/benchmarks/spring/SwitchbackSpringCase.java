package dev.switchback.benchmarks.spring;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;

/** With Switchback: one context and one database, whose rows are put back. */
@TestDatabase
@SeededFixtures("reseed.yml")
public abstract class SwitchbackSpringCase extends SpringCase {}
