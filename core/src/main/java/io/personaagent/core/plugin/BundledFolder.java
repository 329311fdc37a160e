package io.personaagent.core.plugin;

import io.personaagent.core.config.DurableFile;
import io.personaagent.core.plugin.PluginFile.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bundled jars are unpacked to, each once for as long as its hash is right. */
final class BundledFolder {

    private final Path folder;
    private final PluginCheck check = new PluginCheck();

    BundledFolder(Path folder) {
        this.folder = folder;
    }

    /** The plugin's jar in the folder, checked: ready, or why not. */
    PluginInfo unpack(BundledPlugin plugin) {
        Path jar = folder.resolve(plugin.fileName());
        PluginManifest unread = PluginManifest.unread(plugin.fileName().replaceFirst("\\.jar$", ""));
        try {
            if (!Files.exists(jar) || !DurableFile.sha256(jar).equals(plugin.sha256())) {
                write(plugin, jar);
            }
            return check.inspect(jar, Source.BUNDLED);
        } catch (PluginException unfit) {
            return PluginInfo.refused(
                    unread, new PluginFile(jar, "", Source.BUNDLED), String.valueOf(unfit.getMessage()));
        } catch (IOException | RuntimeException failed) {
            return PluginInfo.failed(unread, new PluginFile(jar, "", Source.BUNDLED), "cannot be unpacked: " + failed);
        }
    }

    private static void write(BundledPlugin plugin, Path jar) throws IOException {
        try (InputStream content = plugin.content().get()) {
            Path staged = DurableFile.stage(content, jar);
            try {
                String sha256 = DurableFile.sha256(staged);
                if (!sha256.equals(plugin.sha256())) {
                    throw new PluginException(
                            "is not the jar that the program was built with (sha256 %s, built with %s)"
                                    .formatted(sha256, plugin.sha256()));
                }
                DurableFile.moveInto(staged, jar);
            } finally {
                Files.deleteIfExists(staged);
            }
        }
    }
}
