@NullMarked
package dev.switchback.maven;

import org.jspecify.annotations.NullMarked;
