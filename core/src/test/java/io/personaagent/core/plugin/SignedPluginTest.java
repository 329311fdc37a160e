package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.kit.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signature beside a jar changes. */
class SignedPluginTest {

    @TempDir
    private Path temp;

    private PluginShelf shelf;
    private Path jar;

    @BeforeEach
    void writeJar() {
        shelf = new PluginShelf(temp.resolve("plugins"), Clock.systemUTC());
        jar = PluginJar.good("signed").write(temp.resolve("signed.jar"));
    }

    @Test
    void install_ofWhatATrustedKeySigned_isFine() {
        String fingerprint = key("mine").sign(jar).fingerprint();
        shelf.trustedKeys().add(fingerprint);

        assertThat(shelf.installSigned(jar).id()).isEqualTo("signed");
        assertThat(shelf.trustedKeys().all()).containsExactly(fingerprint);
    }

    @Test
    void key_ofTheSameFile_isTheSame() {
        assertThat(key("mine").sign(jar).fingerprint())
                .isEqualTo(key("mine").sign(jar).fingerprint())
                .isNotEqualTo(key("other").sign(jar).fingerprint());
    }

    @Test
    void install_ofWhatAnUnknownKeySigned_isRefused() {
        shelf.trustedKeys().add(key("mine").sign(jar).fingerprint());
        String other = key("other").sign(jar).fingerprint();

        assertThatThrownBy(() -> shelf.install(jar))
                .hasMessage(
                        "'%s' is signed with a key that you do not trust; if you know from its author that the key is theirs, use 'plugins trust %s'",
                        jar, other);
    }

    @Test
    void install_ofAJarThatChangedSinceItWasSigned_isRefused() {
        shelf.trustedKeys().add(key("mine").sign(jar).fingerprint());
        PluginJar.tool("signed", "return ToolResult.done(\"evil\");").write(jar);

        assertThatThrownBy(() -> shelf.install(jar))
                .hasMessage(
                        "'%s' is not the jar that was signed: %s is of another, or was changed",
                        jar, JarSignature.beside(jar));
        assertThat(shelf.verify()).isEmpty();
    }

    @Test
    void install_withoutASignature_isRefusedWhereOneIsWanted() {
        assertThatThrownBy(() -> shelf.installSigned(jar))
                .hasMessage("'%s' is not signed; there is no %s", jar, JarSignature.beside(jar));
        assertThat(shelf.install(jar).id()).isEqualTo("signed");
    }

    @Test
    void install_withASignatureThatIsNone_isRefused() throws IOException {
        Path beside = Files.writeString(JarSignature.beside(jar), "trust me");

        assertThatThrownBy(() -> shelf.install(jar))
                .hasMessage(
                        "'%s' has a signature %s that cannot be read: it is not the lines 'personaagent-signature 1', 'key BASE64', 'signature BASE64'",
                        jar, beside);
        Files.writeString(beside, "personaagent-signature 1\nkey bm9uZQ==\nsignature bm9uZQ==\n");
        assertThatThrownBy(() -> shelf.install(jar))
                .hasMessage("'%s' has a signature %s that cannot be read: its key is no Ed25519 key", jar, beside);
    }

    @Test
    void trust_ofWhatIsNoFingerprint_isRefused() {
        assertThatThrownBy(() -> shelf.trustedKeys().add("abc"))
                .hasMessage(
                        "'abc' is no fingerprint of a key; it must be 64 of 0-9 and a-f, as 'plugins sign' and 'plugins install' show it");
    }

    private SigningKey key(String name) {
        return SigningKey.in(temp.resolve(name + ".key"));
    }
}
