package io.personaagent.core.plugin;

import io.personaagent.core.config.DurableFile;
import io.personaagent.tools.Spi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;

/** What a jar must be before PF4J sees it. Loads none of its classes. */
final class PluginCheck {

    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    static final String ID_RULE = "1 to 64 of a-z, 0-9 and -, beginning with a letter";

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String EXTENSIONS = "META-INF/extensions.idx";
    static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}([-+][0-9A-Za-z.+-]{1,40})?");
    private static final String INDEX = "META-INF/INDEX.LIST";
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/");

    private final ArchiveCheck.Limits limits;

    PluginCheck() {
        this(ArchiveCheck.Limits.USUAL);
    }

    PluginCheck(ArchiveCheck.Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the whole jar.
     *
     * @throws PluginException whose message completes the sentence "the plugin ..."
     */
    PluginManifest check(Path jar) {
        ArchiveCheck.Contents contents = ArchiveCheck.read(jar, limits, Set.of(MANIFEST, EXTENSIONS));
        PluginManifest manifest = manifest(contents.texts());
        contents.names().forEach(PluginCheck::checkEntry);
        checkSpi(manifest.requires());
        boolean declares = contents.texts()
                .getOrDefault(EXTENSIONS, "")
                .lines()
                .map(line -> line.replaceAll("#.*", ""))
                .anyMatch(line -> !line.isBlank());
        if (!declares) {
            throw new PluginException(
                    "declares no extension (%s is %s); was PF4J's annotation processor on the compiler's path?"
                            .formatted(EXTENSIONS, contents.names().contains(EXTENSIONS) ? "empty" : "missing"));
        }
        return manifest;
    }

    /** The same, the message beginning with the subject of the sentence. */
    PluginManifest check(Path jar, String subject) {
        try {
            return check(jar);
        } catch (PluginException unfit) {
            throw new PluginException(subject + unfit.getMessage(), unfit);
        }
    }

    /** The same without throwing: what the jar is, and whether it is ready to be started. */
    PluginInfo inspect(Path jar, PluginFile.Source source) {
        String fileName = String.valueOf(jar.getFileName());
        PluginManifest unread = PluginManifest.unread(fileName.replaceFirst("\\.jar$", ""));
        try {
            PluginFile file = new PluginFile(jar, DurableFile.sha256(jar), source);
            try {
                return PluginInfo.ready(check(jar), file);
            } catch (PluginException unfit) {
                return PluginInfo.refused(unread, file, reason(unfit));
            }
        } catch (IOException unreadable) {
            return PluginInfo.failed(unread, new PluginFile(jar, "", source), "cannot be read: " + unreadable);
        }
    }

    private static String reason(PluginException unfit) {
        return String.valueOf(unfit.getMessage());
    }

    private static PluginManifest manifest(Map<String, String> texts) {
        String text = texts.get(MANIFEST);
        if (text == null) {
            throw new PluginException("has no manifest (%s)".formatted(MANIFEST));
        }
        Attributes attributes = attributes(text);
        String id = required(attributes, "Plugin-Id", ID, ID_RULE);
        String version = required(attributes, "Plugin-Version", VERSION, "a version such as 1.0.0");
        String requires = said(attributes, "Plugin-Requires");
        if (!said(attributes, "Class-Path").isEmpty()) {
            throw new PluginException("names other jars in its manifest (Class-Path); a plugin is one jar");
        }
        if (!said(attributes, "Plugin-Dependencies").isEmpty()) {
            throw new PluginException("depends on other plugins (Plugin-Dependencies); a plugin stands alone");
        }
        return new PluginManifest(
                id, version, said(attributes, "Plugin-Description"), said(attributes, "Plugin-Provider"), requires);
    }

    private static Attributes attributes(String manifest) {
        try {
            return new Manifest(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.ISO_8859_1)))
                    .getMainAttributes();
        } catch (IOException | IllegalArgumentException damaged) {
            throw new PluginException("has a manifest that cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private static String said(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value.strip();
    }

    private static String required(Attributes attributes, String name, Pattern form, String rule) {
        String value = said(attributes, name);
        if (value.isEmpty()) {
            throw new PluginException("has no %s in its manifest; it must be %s".formatted(name, rule));
        }
        if (!form.matcher(value).matches()) {
            throw new PluginException("has the %s '%s' in its manifest; it must be %s".formatted(name, value, rule));
        }
        return value;
    }

    private static void checkEntry(String entry) {
        if (entry.equalsIgnoreCase(INDEX)) {
            throw new PluginException("names other jars (%s); a plugin is one jar".formatted(INDEX));
        }
        if (!entry.endsWith(".class")) {
            return;
        }
        String path = VERSIONED.matcher(entry).replaceFirst("");
        String className = path.substring(0, path.length() - ".class".length()).replace('/', '.');
        if (PluginFence.takes(className)) {
            throw new PluginException(
                    "brings its own copy of %s, which belongs to the host; depend on it with scope 'provided'"
                            .formatted(className));
        }
    }

    private static void checkSpi(String requires) {
        if (requires.isEmpty() || requires.contains("*") || requires.chars().noneMatch(Character::isDigit)) {
            throw new PluginException("%s; it must say which SPI it was made for, such as '>=1.0.0 & <2.0.0'"
                    .formatted(
                            requires.isEmpty()
                                    ? "has no Plugin-Requires in its manifest"
                                    : "has the Plugin-Requires '%s' in its manifest".formatted(requires)));
        }
        boolean satisfied;
        try {
            satisfied = new DefaultVersionManager().checkVersionConstraint(Spi.VERSION, requires);
        } catch (RuntimeException unreadable) {
            throw new PluginException(
                    "has the Plugin-Requires '%s' in its manifest, which cannot be read; write it like '>=1.0.0 & <2.0.0'"
                            .formatted(requires),
                    unreadable);
        }
        if (!satisfied) {
            throw new PluginException("needs SPI %s, this is %s".formatted(requires, Spi.VERSION));
        }
    }
}
