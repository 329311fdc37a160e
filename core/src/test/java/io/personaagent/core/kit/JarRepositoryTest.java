package io.personaagent.core.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarRepositoryTest {

    private static final Coordinates BILL = new Coordinates("com.example", "bill", "1.0.0");
    private static final String PATH = "/com/example/bill/1.0.0/bill-1.0.0.jar";

    @TempDir
    private Path temp;

    private final Map<String, String> served = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String text = served.get(exchange.getRequestURI().getPath());
            byte[] body = (text == null ? "" : text).getBytes(UTF_8);
            exchange.sendResponseHeaders(text == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetch_takesTheLocalOneFirst_withItsSignature() throws IOException {
        Path local = Files.createDirectories(temp.resolve("local/com/example/bill/1.0.0"));
        Files.writeString(local.resolve("bill-1.0.0.jar"), "local");
        Files.writeString(local.resolve("bill-1.0.0.jar.sig"), "signature");
        served.put(PATH, "remote");

        Path jar = repository().fetch(BILL, folder());

        assertThat(jar).hasContent("local");
        assertThat(temp.resolve("into/bill-1.0.0.jar.sig")).hasContent("signature");
    }

    @Test
    void fetch_asksTheRemoteOne() throws IOException {
        served.put(PATH, "jar");
        served.put(PATH + ".sha1", sha1("jar"));
        served.put(PATH + ".sig", "signature");

        assertThat(repository().fetch(BILL, folder())).hasContent("jar");
        assertThat(temp.resolve("into/bill-1.0.0.jar.sig")).hasContent("signature");
    }

    @Test
    void fetch_ofWhatDidNotComeWhole_isRefused() throws IOException {
        served.put(PATH, "ja");
        served.put(PATH + ".sha1", sha1("jar"));
        Path into = folder();

        assertThatThrownBy(() -> repository().fetch(BILL, into))
                .hasMessage(
                        "com.example:bill:1.0.0 did not come whole from %s/: its SHA-1 is %s, it should be %s",
                        address(), sha1("ja"), sha1("jar"));
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void fetch_ofWhatIsNowhere_saysWhere() throws IOException {
        Path into = folder();

        assertThatThrownBy(() -> repository().fetch(BILL, into))
                .hasMessage("com.example:bill:1.0.0 is neither in %s nor at %s/", temp.resolve("local"), address());
        served.put(PATH, "jar");
        assertThatThrownBy(() -> repository().fetch(BILL, into))
                .hasMessage(
                        "com.example:bill:1.0.0 has no .sha1 at %s/, so nobody can tell whether it came whole",
                        address());
        assertThatThrownBy(() -> repository().fetch(new Coordinates("a", "b", "1-SNAPSHOT"), into))
                .hasMessage(
                        "a:b:1-SNAPSHOT is not in %s, and a -SNAPSHOT is taken from there alone; name a release",
                        temp.resolve("local"));
    }

    @Test
    void repository_thatAnybodyOnTheWayCouldChange_isRefused() {
        assertThatThrownBy(() -> new JarRepository(temp, URI.create("http://repo.example.com/maven2")))
                .hasMessage(
                        "repository 'http://repo.example.com/maven2' is not safe to fetch from; its address must begin with https://");
    }

    @Test
    void coordinates_areThreePartsAndNoPath() {
        assertThat(Coordinates.in("com.example:bill:1.0.0")).contains(BILL);
        assertThat(Coordinates.in("target/bill-1.0.0.jar")).isEmpty();
        assertThat(Coordinates.in("C:\\bill.jar")).isEmpty();
        assertThatThrownBy(() -> new Coordinates("..", "bill", "1"))
                .hasMessage(
                        "'..:bill:1' are no Maven coordinates; they must be GROUP:ARTIFACT:VERSION, such as com.example:bill:1.0.0");
    }

    private JarRepository repository() {
        return new JarRepository(temp.resolve("local"), URI.create(address()));
    }

    private String address() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    private Path folder() throws IOException {
        return Files.createDirectories(temp.resolve("into"));
    }

    private static String sha1(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
