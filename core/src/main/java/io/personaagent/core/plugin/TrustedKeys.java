package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.DurableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fingerprints of the keys whose owners the person trusts: a text file, one in a line. */
public final class TrustedKeys {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Path file;

    TrustedKeys(Path file) {
        this.file = requireNonNull(file, "file");
    }

    /** All, in the order in which they were trusted. */
    public List<String> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            throw new PluginException("the trusted keys %s cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    /**
     * Trusts a key from now on.
     *
     * @throws PluginException when this is no fingerprint, or it cannot be written
     */
    public void add(String fingerprint) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new PluginException(
                    "'%s' is no fingerprint of a key; it must be 64 of 0-9 and a-f, as 'plugins sign' and 'plugins install' show it"
                            .formatted(fingerprint));
        }
        List<String> all = new ArrayList<>(all());
        if (!all.contains(fingerprint)) {
            all.add(fingerprint);
        }
        byte[] text = (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            DurableFile.moveInto(DurableFile.stage(new ByteArrayInputStream(text), file), file);
        } catch (IOException failed) {
            throw new PluginException("the trusted keys %s cannot be written: %s".formatted(file, failed), failed);
        }
    }

    /**
     * Looks at the signature beside a jar.
     *
     * @param sha256 the jar's
     * @param required whether there must be one
     * @throws PluginException when it is missing though required, is not of this jar, or is nobody's who is trusted
     */
    void check(Path jar, String sha256, boolean required) throws IOException {
        Path beside = JarSignature.beside(jar);
        if (!Files.exists(beside)) {
            if (required) {
                throw new PluginException("is not signed; there is no %s".formatted(beside));
            }
            return;
        }
        JarSignature signature = JarSignature.read(beside);
        if (!signature.fits(sha256)) {
            throw new PluginException(
                    "is not the jar that was signed: %s is of another, or was changed".formatted(beside));
        }
        if (!all().contains(signature.fingerprint())) {
            throw new PluginException(
                    "is signed with a key that you do not trust; if you know from its author that the key is theirs, use 'plugins trust %s'"
                            .formatted(signature.fingerprint()));
        }
    }
}
