/** Servers, the databases on them, templates and clones. */
@NullMarked
package dev.switchback.provision;

import org.jspecify.annotations.NullMarked;
