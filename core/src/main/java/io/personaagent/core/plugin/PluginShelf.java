package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.DurableFile;
import io.personaagent.core.plugin.PluginFile.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of installed plugins, and the list of what was installed with each jar's hash.
 *
 * <p>Runs no plugin's code. Two programs may use the same folder; a change waits for the other's to end. A list that cannot be read is
 * reported and never written over.
 */
public final class PluginShelf {

    private final Path folder;
    private final Clock clock;
    private final InstalledList list;
    private final PluginCheck check = new PluginCheck();
    private final TrustedKeys trusted;

    /** Makes nothing yet: the folder comes with the first plugin. */
    public PluginShelf(Path folder, Clock clock) {
        this.folder = requireNonNull(folder, "folder").toAbsolutePath();
        this.clock = requireNonNull(clock, "clock");
        this.list = new InstalledList(this.folder.resolve("installed.json"));
        this.trusted = new TrustedKeys(this.folder.resolve("trusted-keys"));
    }

    /**
     * Copies the jar to the folder and lists it, in place of an installed plugin with the same id. It runs from the next start on.
     *
     * @throws PluginException when the jar is no plugin that could run here, or the folder cannot be written
     */
    public PluginInfo install(Path jar) {
        return install(jar, false);
    }

    /** The same, for a jar that must have a signature beside it, by a key of {@link #trustedKeys()}. */
    public PluginInfo installSigned(Path jar) {
        return install(jar, true);
    }

    /** Whose signatures are believed. Where a jar has one, it must be one of theirs, wanted or not. */
    public TrustedKeys trustedKeys() {
        return trusted;
    }

    private PluginInfo install(Path jar, boolean signed) {
        check.check(jar, "'%s' ".formatted(jar));
        return changing(() -> replace(jar, signed));
    }

    /**
     * Takes the plugin off the list and deletes its jar.
     *
     * @throws PluginException when no plugin of this id is installed
     */
    public void remove(String id) {
        changing(() -> {
            Installed entry = find(id).orElseThrow(() -> unknown(id));
            list.remove(id);
            deleted(entry);
            return entry;
        });
    }

    /** Every installed plugin and every other jar in the folder, checked: ready, or why not. */
    public List<PluginInfo> verify() {
        try {
            return listedAndUnlisted();
        } catch (PluginException unreadable) {
            return List.of(PluginInfo.failed(
                    PluginManifest.unread("installed.json"),
                    new PluginFile(folder.resolve("installed.json"), "", Source.INSTALLED),
                    String.valueOf(unreadable.getMessage())));
        }
    }

    /** A jar anywhere, checked as if it were to be installed: ready, or why not. */
    public PluginInfo verify(Path jar) {
        return check.inspect(jar, Source.INSTALLED);
    }

    /** Something that is another whenever a plugin was installed, replaced or removed, by whoever. */
    String stamp() {
        try {
            BasicFileAttributes list =
                    Files.readAttributes(folder.resolve("installed.json"), BasicFileAttributes.class);
            return "%s %d %s".formatted(list.lastModifiedTime(), list.size(), list.fileKey());
        } catch (IOException none) {
            return "none";
        }
    }

    Path folder() {
        return folder;
    }

    private List<PluginInfo> listedAndUnlisted() {
        List<Installed> entries = list.read();
        List<PluginInfo> found = new ArrayList<>();
        entries.forEach(entry -> found.add(listed(entry)));
        unlisted(entries)
                .forEach(jar -> found.add(check.inspect(jar, Source.INSTALLED)
                        .refused("was not installed; use 'plugins install %s'".formatted(jar))));
        return found;
    }

    private PluginInfo replace(Path jar, boolean signed) throws IOException {
        Optional<Path> staged = Optional.empty();
        try (InputStream content = Files.newInputStream(jar)) {
            list.read();
            staged = Optional.of(DurableFile.stage(content, folder.resolve("plugin.jar")));
            checkSignature(jar, staged.get(), signed);
            return adopt(jar, staged.get());
        } finally {
            if (staged.isPresent()) {
                Files.deleteIfExists(staged.get());
            }
        }
    }

    private void checkSignature(Path jar, Path staged, boolean required) throws IOException {
        try {
            trusted.check(jar, DurableFile.sha256(staged), required);
        } catch (PluginException unfit) {
            throw new PluginException("'%s' %s".formatted(jar, unfit.getMessage()), unfit);
        }
    }

    /** Checks the copy, not the original: that one could change in between. */
    private PluginInfo adopt(Path from, Path staged) throws IOException {
        PluginManifest manifest = check.check(staged, "'%s' ".formatted(from));
        String installedAt = clock.instant().toString();
        Installed entry = new Installed(
                manifest.id(),
                manifest.version(),
                DurableFile.sha256(staged),
                installedAt,
                from.toAbsolutePath().toString());
        Optional<Installed> before = find(entry.id());
        Path target = folder.resolve(entry.fileName());
        DurableFile.moveInto(staged, target);
        list.put(entry);
        if (before.isPresent() && !before.get().fileName().equals(entry.fileName())) {
            deleted(before.get());
        }
        return PluginInfo.ready(manifest, new PluginFile(target, entry.sha256(), Source.INSTALLED));
    }

    private PluginInfo listed(Installed entry) {
        Path jar = folder.resolve(entry.fileName());
        PluginManifest known = new PluginManifest(entry.id(), entry.version(), "", "", "");
        if (!Files.exists(jar)) {
            return PluginInfo.failed(
                    known,
                    new PluginFile(jar, "", Source.INSTALLED),
                    "its jar %s is missing; install it again or use 'plugins remove %s'".formatted(jar, entry.id()));
        }
        PluginInfo info = check.inspect(jar, Source.INSTALLED);
        String sha256 = info.file().sha256();
        if (sha256.isEmpty() || sha256.equals(entry.sha256())) {
            return info;
        }
        return PluginInfo.refused(
                known,
                info.file(),
                "is not the jar that was installed (sha256 %s, installed was %s)".formatted(sha256, entry.sha256()));
    }

    private List<Path> unlisted(List<Installed> entries) {
        Set<Path> known =
                entries.stream().map(entry -> folder.resolve(entry.fileName())).collect(Collectors.toSet());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && !known.contains(file))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new PluginException(
                    "the folder of plugins %s cannot be read: %s".formatted(folder, unreadable), unreadable);
        }
    }

    private Optional<Installed> find(String id) {
        return list.read().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private void deleted(Installed entry) throws IOException {
        Files.deleteIfExists(folder.resolve(entry.fileName()));
    }

    private PluginException unknown(String id) {
        List<String> ids = list.read().stream().map(Installed::id).toList();
        return new PluginException("there is no installed plugin '%s'; %s"
                .formatted(id, ids.isEmpty() ? "none is installed" : "installed are: " + String.join(", ", ids)));
    }

    /** What changes the folder. */
    private interface Change<T> {
        T make() throws IOException;
    }

    private synchronized <T> T changing(Change<T> change) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.lock()) {
                requireNonNull(alone, "lock");
                return change.make();
            }
        } catch (IOException failed) {
            throw new PluginException(
                    "the folder of plugins %s cannot be changed: %s".formatted(folder, failed), failed);
        }
    }
}
