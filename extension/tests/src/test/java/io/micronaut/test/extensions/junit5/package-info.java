/** Names of a framework that is not on the class path. */
@NullMarked
package io.micronaut.test.extensions.junit5;

import org.jspecify.annotations.NullMarked;
