package dev.switchback.cli;

import java.util.Set;

/**
 * A draft made of templates.
 *
 * @param open the variables that the author still has to write
 */
record FilledTemplates(Draft draft, Set<String> open) {}
