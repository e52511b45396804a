@NullMarked
package dev.switchback.provision;

import org.jspecify.annotations.NullMarked;
