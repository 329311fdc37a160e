package io.personaagent.core.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.pf4j.processor.ExtensionAnnotationProcessor;

/** Makes real plugin jars from source text, as their author's build would: the compiler with PF4J's processor, then a jar. */
final class PluginJar {

    private static final String IMPORTS =
            """
            package example;
            import dev.langchain4j.agent.tool.ToolSpecification;
            import io.personaagent.tools.*;
            import java.util.*;
            import org.pf4j.*;
            """;

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String withoutEntry = "";

    private PluginJar(String id) {
        manifest.put("Plugin-Id", id);
        manifest.put("Plugin-Version", "1.0.0");
        manifest.put("Plugin-Requires", ">=1.0.0 & <2.0.0");
        manifest.put("Plugin-Provider", "Example");
        manifest.put("Plugin-Description", "Made for a test");
    }

    /** A plugin without code. */
    static PluginJar empty(String id) {
        return new PluginJar(id);
    }

    /** A plugin that passes every check and has no code. */
    static PluginJar hollow(String id) {
        return new PluginJar(id).entry("META-INF/extensions.idx", "example.Tools\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A plugin whose only tool answers "hello". */
    static PluginJar good(String id) {
        return tool(id, "return ToolResult.done(\"hello\");");
    }

    /** A plugin with one tool, named like the plugin, with this body. */
    static PluginJar tool(String id, String body) {
        return new PluginJar(id).with("Tools", provider(id, body, ""));
    }

    /** A good plugin whose provider class has these members as well. */
    static PluginJar member(String id, String members) {
        return new PluginJar(id).with("Tools", provider(id, "return ToolResult.done(\"hello\");", members));
    }

    /** A good plugin with a plugin class that has these members. */
    static PluginJar started(String id, String members) {
        return good(id).manifest("Plugin-Class", "example.Start")
                .with("Start", "public class Start extends Plugin { %s }".formatted(members));
    }

    private static String provider(String name, String body, String members) {
        return """
                @Extension
                public final class Tools implements ToolProvider {
                    %s
                    public String name() { return "%s"; }
                    public List<Tool> tools(ToolSettings settings) {
                        return List.of(new Tool() {
                            public ToolSpec spec() {
                                return ToolSpec.of(
                                        ToolSpecification.builder().name("%s").description("for a test").build(),
                                        Effect.READ);
                            }
                            public ToolResult call(Arguments arguments, ToolContext context) { %s }
                        });
                    }
                }
                """
                .formatted(members, name, name.replace('-', '_'), body);
    }

    PluginJar with(String className, String source) {
        sources.put("example." + className, IMPORTS + source);
        return this;
    }

    PluginJar manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    PluginJar noManifest(String name) {
        manifest.remove(name);
        return this;
    }

    PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    PluginJar withoutEntry(String name) {
        withoutEntry = name;
        return this;
    }

    Path write(Path jar) {
        try {
            Files.createDirectories(jar.toAbsolutePath().getParent());
            return Files.write(jar, bytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    byte[] bytes() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("META-INF/MANIFEST.MF", manifestBytes());
        all.putAll(compiled());
        all.putAll(entries);
        all.remove(withoutEntry);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private byte[] manifestBytes() throws IOException {
        Manifest made = new Manifest();
        made.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> made.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        made.write(bytes);
        return bytes.toByteArray();
    }

    private Map<String, byte[]> compiled() throws IOException {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Path classes = Files.createTempDirectory("plugin-classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Source> texts = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "--release", "17");
            DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, said, options, null, texts);
            task.setProcessors(List.of(new ExtensionAnnotationProcessor()));
            if (!task.call()) {
                throw new IllegalStateException("the test plugin does not compile: " + said.getDiagnostics());
            }
        }
        return read(classes);
    }

    private static Map<String, byte[]> read(Path classes) throws IOException {
        Map<String, byte[]> read = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                read.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return read;
    }

    /** The jar's bytes as a bundled plugin. */
    static BundledPlugin bundled(String fileName, byte[] jar, String sha256) {
        return new BundledPlugin(fileName, sha256, () -> new ByteArrayInputStream(jar));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
