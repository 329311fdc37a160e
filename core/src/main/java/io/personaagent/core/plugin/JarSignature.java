package io.personaagent.core.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an author says of a jar: Ed25519 over its SHA-256. It lies beside the jar, as a file of three lines:
 *
 * <pre>
 * personaagent-signature 1
 * key BASE64                the public key, as X.509 has it
 * signature BASE64          of the UTF-8 text "personaagent-plugin sha256:" and the hash in lower-case hexadecimal
 * </pre>
 *
 * <p>Whether the key is anybody's whom the person trusts is another question; see {@link TrustedKeys}.
 */
public final class JarSignature {

    private static final String ALGORITHM = "Ed25519";
    private static final String SUBJECT = "personaagent-plugin sha256:";
    private static final int LONGEST = 4096;
    private static final Pattern FORM =
            Pattern.compile("personaagent-signature 1\\R(?:key (\\S+))\\R(?:signature (\\S+))\\s*");

    private final PublicKey key;
    private final String signature;

    private JarSignature(PublicKey key, String signature) {
        this.key = key;
        this.signature = signature;
    }

    /** Signs the jar that has this hash. */
    public static JarSignature of(KeyPair keys, String sha256) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(keys.getPrivate());
            signing.update((SUBJECT + sha256).getBytes(UTF_8));
            return new JarSignature(keys.getPublic(), Base64.getEncoder().encodeToString(signing.sign()));
        } catch (GeneralSecurityException unusable) {
            throw new PluginException("the key cannot sign: " + unusable.getMessage(), unusable);
        }
    }

    /** Where the signature of a jar lies. */
    public static Path beside(Path jar) {
        return jar.resolveSibling(requireNonNull(jar.getFileName()) + ".sig");
    }

    /**
     * Reads the file.
     *
     * @throws PluginException when it is none; the message completes the sentence "the plugin ..."
     */
    static JarSignature read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw unreadable(file, "it is larger than %,d bytes".formatted(LONGEST));
        }
        Matcher lines = FORM.matcher(new String(Files.readAllBytes(file), UTF_8));
        if (!lines.matches()) {
            throw unreadable(file, "it is not the lines 'personaagent-signature 1', 'key BASE64', 'signature BASE64'");
        }
        try {
            byte[] key = Base64.getDecoder().decode(lines.group(1));
            return new JarSignature(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key)),
                    requireNonNull(lines.group(2)));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw unreadable(file, "its key is no Ed25519 key");
        }
    }

    /** The lines of the file. */
    public String text() {
        return "personaagent-signature 1%nkey %s%nsignature %s%n"
                .formatted(Base64.getEncoder().encodeToString(key.getEncoded()), signature);
    }

    /** What a person knows the key by: the SHA-256 of it, in lower-case hexadecimal. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the key signed the jar that has this hash. */
    boolean fits(String sha256) {
        try {
            Signature checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(key);
            checking.update((SUBJECT + sha256).getBytes(UTF_8));
            return checking.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static PluginException unreadable(Path file, String why) {
        return new PluginException("has a signature %s that cannot be read: %s".formatted(file, why));
    }
}
