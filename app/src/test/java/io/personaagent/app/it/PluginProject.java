package io.personaagent.app.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A plugin's project on the disk, built as its pom.xml says and without Maven, so that a test needs no network. */
final class PluginProject {

    private final Path folder;
    private final Path classes;
    private final Path testClasses;

    PluginProject(Path folder) {
        this.folder = folder;
        this.classes = folder.resolve("target/classes");
        this.testClasses = folder.resolve("target/test-classes");
    }

    /** The plugin's jar: its classes, PF4J's index, and the manifest of the pom. */
    Path jar() {
        try {
            Pom pom = pom();
            compile("src/main/java", classes, Program.JAR.toString());
            Path jar = folder.resolve("target/%s.jar".formatted(pom.finalName()));
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out, pom.manifest())) {
                for (Path file : files(classes)) {
                    String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                    entries.putNextEntry(new ZipEntry(name));
                    Files.copy(file, entries);
                }
            }
            return jar;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Runs the tests of the project against its classes. */
    TestExecutionSummary test() {
        String testPath = System.getProperty("java.class.path");
        try {
            compile("src/main/java", classes, testPath);
            compile("src/test/java", testClasses, classes + File.pathSeparator + testPath);
            URL[] roots = {classes.toUri().toURL(), testClasses.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(roots, PluginProject.class.getClassLoader())) {
                return run(loader.loadClass(testClass()));
            }
        } catch (IOException | ClassNotFoundException failed) {
            throw new AssertionError(failed);
        }
    }

    private Pom pom() {
        return Pom.read(folder.resolve("pom.xml"));
    }

    private static TestExecutionSummary run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        return requireNonNull(summary.getSummary());
    }

    private String testClass() throws IOException {
        Path root = folder.resolve("src/test/java");
        List<Path> tests = files(root);
        assertThat(tests).as("the guide's tests").hasSize(1);
        return root.relativize(tests.get(0))
                .toString()
                .replace(File.separatorChar, '.')
                .replaceFirst("\\.java$", "");
    }

    private void compile(String sources, Path into, String classPath) throws IOException {
        JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not only a JRE");
        StringWriter said = new StringWriter();
        List<String> options = Stream.concat(
                        pom().compilerOptions().stream(),
                        Stream.of("-d", Files.createDirectories(into).toString(), "-cp", classPath))
                .toList();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            boolean compiled = compiler.getTask(
                            said,
                            manager,
                            null,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files(folder.resolve(sources))))
                    .call();
            assertThat(compiled)
                    .as("%s of the guide compiles: %s", sources, said)
                    .isTrue();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
