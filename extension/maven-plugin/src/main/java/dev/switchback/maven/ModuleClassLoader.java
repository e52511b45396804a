package dev.switchback.maven;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/**
 * The classes and resources of a module, behind those of the plugin: where migrations on the class path are found. The folder of
 * its tests' classes says which module it is, as it does when they run.
 */
final class ModuleClassLoader extends URLClassLoader {

    private final URL tests;

    private ModuleClassLoader(List<URL> urls, URL tests, ClassLoader parent) {
        super(urls.toArray(URL[]::new), parent);
        this.tests = tests;
    }

    static ModuleClassLoader of(MavenProject project, ClassLoader parent)
            throws DependencyResolutionRequiredException, MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String element : project.getRuntimeClasspathElements()) {
            urls.add(new File(element).toURI().toURL());
        }
        String tests =
                new File(project.getBasedir(), "target/test-classes").toURI().toString();
        URL folder = URI.create(tests.endsWith("/") ? tests : tests + "/").toURL();
        return new ModuleClassLoader(urls, folder, parent);
    }

    /** The folder of the tests' classes comes first, before those of a parent that has some. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        if (name.isEmpty()) {
            found.add(tests);
        }
        found.addAll(Collections.list(super.getResources(name)));
        return Collections.enumeration(found);
    }
}
