package dev.switchback.provision;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that stays when it is closed.
 *
 * @param passwordFile a file that the product's own client reads the password from; empty if whoever named the server knows it
 * @param removal a command that ends it with all its databases; empty if it is not Switchback's to end
 */
public record KeptServer(Optional<Path> passwordFile, Optional<String> removal) {

    static final KeptServer OF_SOMEBODY_ELSE = new KeptServer(Optional.empty(), Optional.empty());
}
