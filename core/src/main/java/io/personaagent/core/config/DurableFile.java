package io.personaagent.core.config;

import io.personaagent.memory.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Files that are there whole or not at all, also after a crash. */
public final class DurableFile {

    private DurableFile() {}

    /** Copies to a new file beside the target, forced to the disk; {@link #moveInto} makes it the target. */
    public static Path stage(InputStream content, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path staged = Files.createTempFile(folder, ".new-", ".part");
        try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.transferTo(out);
            channel.force(true);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(staged);
            throw failed;
        }
        return staged;
    }

    /** Makes what was staged the target, in one step. */
    public static void moveInto(Path staged, Path target) throws IOException {
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notSupportedHere) {
            // some systems cannot force a folder; the file itself is on the disk
            return;
        }
    }

    /** In lower-case hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
