@NullMarked
package dev.switchback.report;

import org.jspecify.annotations.NullMarked;
