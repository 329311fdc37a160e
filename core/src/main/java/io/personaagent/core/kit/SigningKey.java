package io.personaagent.core.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.DurableFile;
import io.personaagent.core.plugin.JarSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** An author's key pair in a file of two lines; who has the file can sign in the author's name. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";

    private final KeyPair keys;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
    }

    /**
     * The key of the file, which is made, readable by its owner alone, when there is none.
     *
     * @throws KitException when it cannot be read or made
     */
    public static SigningKey in(Path file) {
        try {
            return new SigningKey(Files.exists(file) ? read(file) : made(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new KitException(
                    "the key %s cannot be used (%s); it must be two lines as 'plugins sign' writes them, or name a file that does not exist yet"
                            .formatted(file, unusable.getMessage()),
                    unusable);
        }
    }

    /**
     * Signs a jar; the signature is written beside it.
     *
     * @throws KitException when the jar cannot be read or the signature not be written
     */
    public JarSignature sign(Path jar) {
        try {
            JarSignature signature = JarSignature.of(keys, DurableFile.sha256(jar));
            Files.writeString(JarSignature.beside(jar), signature.text());
            return signature;
        } catch (IOException failed) {
            throw new KitException("'%s' cannot be signed: %s".formatted(jar, failed), failed);
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            throw new IOException("it has %d lines".formatted(lines.size()));
        }
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(bytes(lines.get(1), "public "))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(lines.get(0), "private "))));
    }

    private static byte[] bytes(String line, String word) throws IOException {
        if (!line.startsWith(word)) {
            throw new IOException("a line does not begin with '%s'".formatted(word));
        }
        return Base64.getDecoder().decode(line.substring(word.length()));
    }

    /** A file that is staged is its owner's alone, as temporary files are. */
    private static KeyPair made(Path file) throws IOException, GeneralSecurityException {
        KeyPair keys = requireNonNull(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        Base64.Encoder encoder = Base64.getEncoder();
        String text = "private %s%npublic %s%n"
                .formatted(
                        encoder.encodeToString(keys.getPrivate().getEncoded()),
                        encoder.encodeToString(keys.getPublic().getEncoded()));
        DurableFile.moveInto(DurableFile.stage(new ByteArrayInputStream(text.getBytes(US_ASCII)), file), file);
        return keys;
    }
}
