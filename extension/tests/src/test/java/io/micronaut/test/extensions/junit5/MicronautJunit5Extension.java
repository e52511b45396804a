package io.micronaut.test.extensions.junit5;

import org.junit.jupiter.api.extension.Extension;

/** Stands for the extension of Micronaut, which is known by its name. */
public class MicronautJunit5Extension implements Extension {}
