package dev.switchback.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

/** Settings that a pom has for Flyway's own plugin. */
class FlywayConfigurationTests {

    private final MavenProject project = new MavenProject();
    private final Plugin plugin = new Plugin();

    FlywayConfigurationTests() {
        project.getModel().setBuild(new Build());
        plugin.setGroupId("org.flywaydb");
        plugin.setArtifactId("flyway-maven-plugin");
    }

    private static Xpp3Dom xml(String content) throws XmlPullParserException, IOException {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
    }

    private void execution(String id, String content) throws XmlPullParserException, IOException {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setConfiguration(xml(content));
        plugin.addExecution(execution);
    }

    @Test
    void valuesListsAndMapsAreRead() throws XmlPullParserException, IOException {
        assertThat(
                        FlywayConfiguration.of(
                                xml(
                                        """
                                <table> history </table>
                                <outOfOrder>true</outOfOrder>
                                <schemas>shop,audit</schemas>
                                <locations><location>classpath:db</location><location>filesystem:sql</location></locations>
                                <placeholders><owner>app</owner><none/></placeholders>
                                <pluginConfiguration><x>1</x></pluginConfiguration>
                                <target></target>
                                <skip>true</skip>
                                <serverId>production</serverId>
                                """)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "flyway.table", "history",
                        "flyway.outOfOrder", "true",
                        "flyway.schemas", "shop,audit",
                        "flyway.locations", "classpath:db,filesystem:sql",
                        "flyway.placeholders.owner", "app",
                        "flyway.placeholders.none", "",
                        "flyway.pluginConfiguration.x", "1",
                        "flyway.serverId", "production"));
    }

    @Test
    void filesAreBelowTheWorkingDirectory() throws XmlPullParserException, IOException {
        assertThat(
                        FlywayConfiguration.of(
                                xml(
                                        """
                                        <workingDirectory>database</workingDirectory>
                                        <locations><location>classpath:db</location><location>filesystem:sql</location><location>filesystem:/abs</location></locations>
                                        <configFiles><configFile>own.conf</configFile></configFiles>
                                        """)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "flyway.locations", "classpath:db,filesystem:database/sql,filesystem:/abs",
                        "flyway.configFiles", "database/own.conf"));
    }

    @Test
    void aProjectWithoutThePluginHasNone() throws MojoExecutionException {
        assertThat(FlywayConfiguration.ofPlugin(project, null)).isEmpty();
        assertThatThrownBy(() -> FlywayConfiguration.ofPlugin(project, "migrate"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no flyway-maven-plugin in empty-project, and so no execution 'migrate' of it.");
    }

    @Test
    void thePluginIsFoundInItsManagementToo() throws Exception {
        plugin.setConfiguration(xml("<table>managed</table>"));
        PluginManagement management = new PluginManagement();
        management.addPlugin(plugin);
        project.getModel().getBuild().setPluginManagement(management);

        assertThat(FlywayConfiguration.ofPlugin(project, null)).containsEntry("flyway.table", "managed");
    }

    @Test
    void theEditionOfRedgateIsTheSamePlugin() throws Exception {
        plugin.setGroupId("com.redgate.flyway");
        plugin.setConfiguration(xml("<table>own</table>"));
        project.getModel().getBuild().addPlugin(plugin);

        assertThat(FlywayConfiguration.ofPlugin(project, null)).containsEntry("flyway.table", "own");
    }

    @Test
    void theOnlyExecutionIsReadAndOfSeveralTheOneThatIsNamed() throws Exception {
        project.getModel().getBuild().addPlugin(plugin);
        plugin.setConfiguration(xml("<table>all</table>"));
        execution("shop", "<table>shop</table>");
        assertThat(FlywayConfiguration.ofPlugin(project, null)).containsEntry("flyway.table", "shop");

        execution("billing", "<table>billing</table>");
        assertThat(FlywayConfiguration.ofPlugin(project, null)).containsEntry("flyway.table", "all");
        assertThat(FlywayConfiguration.ofPlugin(project, "billing")).containsEntry("flyway.table", "billing");
        assertThatThrownBy(() -> FlywayConfiguration.ofPlugin(project, "bill"))
                .hasMessage("flyway-maven-plugin has no execution 'bill'. It has shop, billing.");
    }

    @Test
    void theCallGoesBeforePropertiesAndTheseBeforeThePlugin() {
        FlywayOfMaven all = new FlywayOfMaven(
                Map.of("flyway.table", "plugin", "flyway.target", "1", "flyway.configFiles", "a.conf, b.conf"),
                Map.of("flyway.table", "properties", "flyway.user", "app"),
                Map.of("flyway.table", "call"));

        assertThat(all.value("flyway.table")).hasValue("call");
        assertThat(all.value("flyway.user")).hasValue("app");
        assertThat(all.value("flyway.target")).hasValue("1");
        assertThat(all.files(Map.of())).containsExactly("a.conf", "b.conf");
        assertThat(all.files(Map.of("FLYWAY_CONFIG_FILES", "c.conf"))).isEmpty();
        assertThat(all.withoutDatabase().value("flyway.user")).isEmpty();
        assertThat(all.withoutFiles().value("flyway.configFiles")).isEmpty();
    }

    @Test
    void propertiesOfMavenThatAreOfFlywayAreRead() {
        Properties properties = new Properties();
        properties.setProperty("flyway.table", "history");
        properties.setProperty("flyway.skip", "true");
        properties.setProperty("project.name", "shop");

        assertThat(FlywayConfiguration.of(properties)).containsExactly(Map.entry("flyway.table", "history"));
    }
}
