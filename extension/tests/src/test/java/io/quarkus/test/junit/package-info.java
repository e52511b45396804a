/** Names of a framework that is not on the class path. */
@NullMarked
package io.quarkus.test.junit;

import org.jspecify.annotations.NullMarked;
