@NullMarked
package dev.switchback.cli;

import org.jspecify.annotations.NullMarked;
