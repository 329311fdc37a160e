package io.personaagent.core.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.personaagent.core.config.DurableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The file {@code installed.json}: which jars the person installed, with their hashes. */
final class InstalledList {

    /** The form of the file; a newer one is refused, not guessed at. */
    private static final int FORMAT = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Stored(int format, List<Installed> plugins) {}

    private final Path file;

    InstalledList(Path file) {
        this.file = file;
    }

    /**
     * The entries, ordered as they were installed; empty when there is no file.
     *
     * @throws PluginException when the file cannot be read; it is left as it is
     */
    List<Installed> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return checked(JSON.readValue(Files.readAllBytes(file), Stored.class));
        } catch (JsonProcessingException damaged) {
            throw unreadable(damaged.getOriginalMessage(), damaged);
        } catch (IOException | IllegalArgumentException damaged) {
            throw unreadable(String.valueOf(damaged.getMessage()), damaged);
        }
    }

    /** Puts the entry into the place of the one with the same id, or at the end. */
    void put(Installed entry) {
        List<Installed> entries = new ArrayList<>(read());
        entries.removeIf(old -> old.id().equals(entry.id()));
        entries.add(entry);
        write(entries);
    }

    void remove(String id) {
        write(read().stream().filter(entry -> !entry.id().equals(id)).toList());
    }

    private void write(List<Installed> entries) {
        try {
            byte[] json = JSON.writeValueAsBytes(new Stored(FORMAT, entries));
            DurableFile.moveInto(DurableFile.stage(new ByteArrayInputStream(json), file), file);
        } catch (IOException failed) {
            throw new PluginException("the list of plugins %s cannot be written: %s".formatted(file, failed), failed);
        }
    }

    private static List<Installed> checked(Stored stored) {
        if (stored == null || stored.format != FORMAT) {
            throw new IllegalArgumentException("its format is %s, this program knows %d"
                    .formatted(stored == null ? "missing" : stored.format, FORMAT));
        }
        if (stored.plugins == null || stored.plugins.contains(null)) {
            throw new IllegalArgumentException("it has no list of plugins");
        }
        Set<String> ids = new HashSet<>();
        for (Installed entry : stored.plugins) {
            if (!ids.add(entry.id())) {
                throw new IllegalArgumentException("it lists '%s' twice".formatted(entry.id()));
            }
        }
        return List.copyOf(stored.plugins);
    }

    private PluginException unreadable(String why, Exception cause) {
        return new PluginException(
                "the list of plugins %s cannot be read: %s; restore it, or move it away and install the plugins again"
                        .formatted(file, why),
                cause);
    }
}
