package io.personaagent.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public face of packages as sorted text, held against a committed file: each change to it becomes a line in a review.
 *
 * <pre>{@code
 * @Test void signatures_areTheCommittedOnes() { SpiSignatures.verify(Path.of("spi.txt"), ToolProvider.class); }
 * }</pre>
 */
public final class SpiSignatures {

    private SpiSignatures() {}

    /**
     * Fails when the public types of the packages are not those of the file; rewrites the file instead under {@code -Dspi.write=true}.
     *
     * @param committed the file, usually {@code spi.txt} in the module's folder
     * @param oneInEachPackage a class of each package that is meant
     */
    public static void verify(Path committed, Class<?>... oneInEachPackage) {
        String found = of(oneInEachPackage);
        try {
            if (Boolean.getBoolean("spi.write")) {
                Files.writeString(committed, found);
            }
            assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                    .as(
                            "%s holds the signatures that others compile against. If this change is meant, run the test again with"
                                    + " -Dspi.write=true, say the change in CHANGELOG.md, and raise the SPI's version when it breaks them",
                            committed)
                    .isEqualTo(found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The signatures of all public types in the packages of these classes: types by name, then members by text. */
    public static String of(Class<?>... oneInEachPackage) {
        return Arrays.stream(oneInEachPackage)
                .flatMap(known -> publicTypes(known).stream())
                .sorted(Comparator.comparing(Class::getName))
                .map(TypeSignature::of)
                .collect(Collectors.joining("\n"));
    }

    private static List<Class<?>> publicTypes(Class<?> known) {
        return classNames(known).stream()
                .<Class<?>>map(name -> load(known.getPackageName() + "." + name, known.getClassLoader()))
                .filter(TypeSignature::isVisible)
                .toList();
    }

    private static List<String> classNames(Class<?> known) {
        String folder = known.getPackageName().replace('.', '/');
        try {
            URI origin =
                    known.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path location = Path.of(origin);
            if (Files.isDirectory(location)) {
                return classNames(location.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
                return classNames(jar.getPath(folder));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the classes beside %s cannot be listed".formatted(known), unreadable);
        }
    }

    private static List<String> classNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .toList();
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
