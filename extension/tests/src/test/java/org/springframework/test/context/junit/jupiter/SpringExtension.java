package org.springframework.test.context.junit.jupiter;

import org.junit.jupiter.api.extension.Extension;

/** Stands for Spring's extension, which is known by its name. */
public class SpringExtension implements Extension {}
