/** Suites of a Spring Boot application. */
@NullMarked
package dev.switchback.benchmarks.spring;

import org.jspecify.annotations.NullMarked;
