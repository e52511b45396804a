package dev.switchback.provision;

import java.util.Optional;

/**
 * The templates that a server is to have from its start, if an earlier one kept them.
 *
 * @param server a digest of what the earlier server must have in common with this one beside version and settings, such as its roles
 * @param place a digest of where the templates are wanted; of equal places, those of another template are taken if need be
 * @param wanted the digest of the template that is wanted first, if it is known
 */
public record KeptTemplates(String server, String place, Optional<String> wanted) {}
