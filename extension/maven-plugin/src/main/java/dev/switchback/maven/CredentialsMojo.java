package dev.switchback.maven;

import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** A goal that may need a user and a password. */
abstract class CredentialsMojo extends SwitchbackMojo {

    /** The id of a server in settings.xml that has user and password. */
    @Parameter(property = "switchback.server-id")
    @Nullable
    String serverId;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    Settings settings = new Settings();

    @Inject
    @SuppressWarnings("NullAway.Init") // Maven sets it
    SettingsDecrypter decrypter;

    /** A user and a password. */
    record Credentials(Optional<String> user, Optional<String> password) {

        /** Adds them by the names that the command line has for them. */
        void addTo(Map<String, String> variables, String prefix) {
            user.ifPresent(value -> variables.put(prefix + "_USER", value));
            password.ifPresent(value -> variables.put(prefix + "_PASSWORD", value));
        }
    }

    final Credentials credentials(String id) throws MojoExecutionException {
        Server server = settings.getServer(id);
        if (server == null) {
            throw new MojoExecutionException(
                    "settings.xml has no server '" + id + "'. Add one with that id, a username and a password.");
        }
        SettingsDecryptionResult read = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : read.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new MojoExecutionException("The password of the server '" + id
                        + "' in settings.xml cannot be decrypted: " + problem.getMessage());
            }
        }
        Server plain = read.getServer();
        return new Credentials(Optional.ofNullable(plain.getUsername()), Optional.ofNullable(plain.getPassword()));
    }
}
