@NullMarked
package dev.switchback.testfiles;

import org.jspecify.annotations.NullMarked;
