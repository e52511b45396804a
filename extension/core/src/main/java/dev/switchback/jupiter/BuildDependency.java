package dev.switchback.jupiter;

/** A dependency as a user writes it into a build. */
record BuildDependency(String group, String artifact, String version) {

    String maven() {
        return """
                  <dependency>
                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <scope>test</scope>
                  </dependency>
                """
                .formatted(group, artifact, version)
                .stripTrailing();
    }

    String gradle(String configuration) {
        return "  %s(\"%s:%s:%s\")".formatted(configuration, group, artifact, version);
    }
}
