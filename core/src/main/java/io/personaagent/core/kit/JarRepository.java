package io.personaagent.core.kit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Fetches a plugin's jar, with its signature where there is one: from the local Maven repository, else from one on the net. A plugin is one
 * jar, so there is nothing to resolve.
 */
public final class JarRepository {

    /** Maven Central. */
    public static final URI CENTRAL = URI.create("https://repo.maven.apache.org/maven2/");

    private static final int LARGEST = 50 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TOTAL = Duration.ofMinutes(2);
    private static final int FOUND = 200;
    private static final int MISSING = 404;

    private final Path local;
    private final URI remote;

    /**
     * The two places to look.
     *
     * @param local the folder of the local repository, which need not exist
     * @param remote asked when the jar is not there; HTTPS, or this machine
     * @throws KitException when the remote one can be asked by anybody on the way
     */
    public JarRepository(Path local, URI remote) {
        this.local = requireNonNull(local, "local");
        this.remote = remote.toString().endsWith("/") ? remote : URI.create(remote + "/");
        if (!"https".equals(remote.getScheme()) && !isThisMachine(remote)) {
            throw new KitException("repository '%s' is not safe to fetch from; its address must begin with https://"
                    .formatted(remote));
        }
    }

    /**
     * Puts the jar into a folder.
     *
     * @return the jar there
     * @throws KitException when it cannot be had
     */
    public Path fetch(Coordinates coordinates, Path folder) {
        Path jar = folder.resolve(coordinates.fileName());
        Path here = local.resolve(coordinates.path());
        try {
            if (Files.isRegularFile(here)) {
                Files.copy(here, jar);
                copyIfThere(here.resolveSibling(here.getFileName() + ".sig"), folder);
            } else {
                download(coordinates, jar);
            }
            return jar;
        } catch (IOException failed) {
            throw new KitException("%s cannot be fetched from %s: %s".formatted(coordinates, remote, failed), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KitException("%s was not fetched: interrupted".formatted(coordinates), stopped);
        }
    }

    private static void copyIfThere(Path file, Path folder) throws IOException {
        if (Files.isRegularFile(file)) {
            Files.copy(file, folder.resolve(requireNonNull(file.getFileName())));
        }
    }

    private void download(Coordinates coordinates, Path jar) throws IOException, InterruptedException {
        if (coordinates.changes()) {
            throw new KitException("%s is not in %s, and a -SNAPSHOT is taken from there alone; name a release"
                    .formatted(coordinates, local));
        }
        byte[] content = get(coordinates.path())
                .orElseThrow(
                        () -> new KitException("%s is neither in %s nor at %s".formatted(coordinates, local, remote)));
        String promised = get(coordinates.path() + ".sha1")
                .map(sum -> new String(sum, StandardCharsets.US_ASCII).strip().replaceAll("\\s.*", ""))
                .orElseThrow(() -> new KitException("%s has no .sha1 at %s, so nobody can tell whether it came whole"
                        .formatted(coordinates, remote)));
        if (!promised.equalsIgnoreCase(sha1(content))) {
            throw new KitException("%s did not come whole from %s: its SHA-1 is %s, it should be %s"
                    .formatted(coordinates, remote, sha1(content), promised));
        }
        Files.write(jar, content);
        Optional<byte[]> signature = get(coordinates.path() + ".sig");
        if (signature.isPresent()) {
            Files.write(jar.resolveSibling(jar.getFileName() + ".sig"), signature.get());
        }
    }

    private Optional<byte[]> get(String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(remote.resolve(path)).timeout(TOTAL).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == MISSING) {
                return Optional.empty();
            }
            if (response.statusCode() != FOUND) {
                throw new IOException("%s answered %d".formatted(response.uri(), response.statusCode()));
            }
            byte[] content = body.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException("%s is larger than %,d bytes".formatted(response.uri(), LARGEST));
            }
            return Optional.of(content);
        }
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isThisMachine(URI remote) {
        String host = remote.getHost();
        return host != null
                && "http".equals(remote.getScheme())
                && (host.equals("localhost") || host.matches("127\\.\\d+\\.\\d+\\.\\d+"));
    }
}
