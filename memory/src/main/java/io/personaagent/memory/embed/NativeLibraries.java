package io.personaagent.memory.embed;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the model's native libraries are unpacked to: one folder, once.
 *
 * <p>Left to themselves, the tokenizer unpacks into the person's home folder, JNA into a cache beside it, and ONNX into a new temporary
 * folder at each start, which it leaves behind. What somebody has set for these libraries stays as it is.
 */
final class NativeLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String ONNX_PATH = "onnxruntime.native.path";

    private final Path folder;

    NativeLibraries(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Tells the tokenizer's libraries where to unpack. */
    void redirect() {
        setUnlessSet("DJL_CACHE_DIR", folder);
        setUnlessSet("jna.tmpdir", folder.resolve("jna"));
    }

    /** Unpacks ONNX unless that was done before; where that cannot be done it is left to ONNX itself. */
    void unpackOnnx() {
        if (System.getProperty(ONNX_PATH) != null) {
            return;
        }
        try {
            Optional<Path> unpacked = unpacked();
            unpacked.ifPresent(found -> setUnlessSet(ONNX_PATH, found));
        } catch (IOException failed) {
            LOG.debug("ONNX could not be unpacked into {}", folder, failed);
        }
    }

    private Optional<Path> unpacked() throws IOException {
        List<String> files = List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        Optional<JarEntry> library = entry(files.get(0));
        if (library.isEmpty() || entry(files.get(1)).isEmpty()) {
            return Optional.empty();
        }
        // Another version of the library has another checksum, and so a folder of its own.
        Path target = Files.createDirectories(
                folder.resolve("onnxruntime-%08x".formatted(library.get().getCrc())));
        for (String file : files) {
            unpack(file, entry(file).orElseThrow().getSize(), target.resolve(file));
        }
        return Optional.of(target);
    }

    private static void unpack(String file, long size, Path target) throws IOException {
        if (Files.exists(target) && Files.size(target) == size) {
            return;
        }
        Path staged = Files.createTempFile(target.getParent(), file, ".part");
        try (InputStream content = resource(file).openStream()) {
            Files.copy(content, staged, StandardCopyOption.REPLACE_EXISTING);
            Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static Optional<JarEntry> entry(String file) throws IOException {
        URL found = NativeLibraries.class.getResource(path(file));
        return found != null && found.openConnection() instanceof JarURLConnection jar
                ? Optional.ofNullable(jar.getJarEntry())
                : Optional.empty();
    }

    private static URL resource(String file) throws IOException {
        URL found = NativeLibraries.class.getResource(path(file));
        if (found == null) {
            throw new IOException("there is no resource " + path(file));
        }
        return found;
    }

    /** As ONNX itself names them. */
    private static String path(String file) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("win") && !os.contains("darwin") ? "win" : os.contains("nux") ? "linux" : "osx";
        String arch = System.getProperty("os.arch", "");
        return "/ai/onnxruntime/native/%s-%s/%s"
                .formatted(system, arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch, file);
    }

    private static void setUnlessSet(String property, Path value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value.toString());
        }
    }
}
