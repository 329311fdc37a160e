package io.personaagent.core.kit;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Spi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A plugin that is about to be written: a Maven project that builds, tests and packages as it is.
 *
 * @param name the plugin's id and its provider's name, such as {@code bill}
 * @param packageName of its sources, such as {@code com.example.bill}
 */
public record NewPlugin(String name, String packageName, PluginKind kind) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 32;
    private static final String TEMPLATES = "plugin-kit/";

    public NewPlugin {
        requireNonNull(kind, "kind");
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new KitException(
                    "'%s' is no name of a plugin; it must be 1 to %d of a-z, 0-9 and single -, beginning with a letter, such as my-plugin"
                            .formatted(name, LONGEST_NAME));
        }
        if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            throw new KitException(
                    "'%s' is no name of a Java package; name one with --package, such as com.example.plugin"
                            .formatted(packageName));
        }
    }

    /** A plugin in the package {@code com.example.NAME}. */
    public static NewPlugin named(String name, PluginKind kind) {
        String last = name.replace("-", "");
        return new NewPlugin(name, "com.example." + (SourceVersion.isKeyword(last) ? last + "plugin" : last), kind);
    }

    /**
     * Writes the project.
     *
     * @throws KitException when there is something in the folder already, or it cannot be written
     */
    public void write(Path folder, SpiRepository spi) {
        String version = spi.version();
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new KitException(
                        "there is something at %s already; name another folder with --folder DIR".formatted(folder));
            }
            for (Map.Entry<String, String> file : files().entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(requireNonNull(target.getParent()));
                Files.writeString(target, filled(template(file.getValue()), version));
            }
            spi.copy(kind, folder.resolve("spi"));
        } catch (IOException failed) {
            throw new KitException("the project %s cannot be written: %s".formatted(folder, failed), failed);
        }
    }

    /** The name of the provider's class without "Provider": {@code MyPlugin} for {@code my-plugin}. */
    public String className() {
        return Stream.of(name.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** Path in the project, and the template of what stands there. */
    private Map<String, String> files() {
        String folder = packageName.replace('.', '/');
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put("src/main/java/%s/%sProvider.java".formatted(folder, className()), "Provider.java");
        files.put("src/test/java/%s/%sContractTest.java".formatted(folder, className()), "ContractTest.java");
        return files;
    }

    private String filled(String template, String version) {
        return template.replace("@name@", name)
                .replace("@name_@", name.replace('-', '_'))
                .replace("@Name@", className())
                .replace("@package@", packageName)
                .replace("@api@", kind.api())
                .replace("@version@", version)
                .replace("@requires@", "&gt;=%s &amp; &lt;%d.0.0".formatted(Spi.VERSION, nextMajor()));
    }

    private static int nextMajor() {
        return Integer.parseInt(Spi.VERSION.substring(0, Spi.VERSION.indexOf('.'))) + 1;
    }

    private String template(String file) throws IOException {
        String path = TEMPLATES + (kind == PluginKind.TOOL ? "tool/" : "memory/") + file;
        try (InputStream content =
                requireNonNull(NewPlugin.class.getClassLoader().getResourceAsStream(path), path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
