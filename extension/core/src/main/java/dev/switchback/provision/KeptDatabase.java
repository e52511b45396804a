package dev.switchback.provision;

/**
 * A database that stays when its server's run is over, for a person to look at.
 *
 * @param name its name on the server
 * @param url its JDBC URL, without credentials
 * @param user the role that owns it
 * @param client a command that opens it in the product's own client; without a password, but where it is may be said
 * @param removal a command that removes it at once
 */
public record KeptDatabase(String name, String url, String user, String client, String removal) {}
