package io.quarkus.test.junit;

import org.junit.jupiter.api.extension.Extension;

/** Stands for the extension of Quarkus, which is known by its name. */
public class QuarkusTestExtension implements Extension {}
