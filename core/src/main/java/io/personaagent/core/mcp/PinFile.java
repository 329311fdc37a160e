package io.personaagent.core.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.config.DurableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file {@code HOME/mcp/NAME.json}: what was approved of a server. Read anew each time, since another process may have approved. */
record PinFile(Path file) {

    /**
     * Empty where the server was never seen.
     *
     * @throws UncheckedIOException when it cannot be read; nothing counts as approved then
     */
    Optional<Pins> read() {
        try {
            JsonNode root = Declared.JSON.readTree(Files.readString(file));
            JsonNode seen = root.path("seen");
            return Optional.of(new Pins(
                    look(root.path("approved")), seen.isObject() ? Optional.of(look(seen)) : Optional.empty()));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UncheckedIOException(
                    "%s cannot be read; delete it, and the server's tools are taken as new".formatted(file),
                    unreadable instanceof IOException cause ? cause : new IOException(unreadable));
        }
    }

    void write(Pins pins) {
        ObjectNode root = Declared.JSON.createObjectNode();
        root.set("approved", json(pins.approved()));
        pins.seen().ifPresent(seen -> root.set("seen", json(seen)));
        try {
            byte[] text = root.toPrettyString().getBytes(StandardCharsets.UTF_8);
            DurableFile.moveInto(DurableFile.stage(new ByteArrayInputStream(text), file), file);
        } catch (IOException failed) {
            throw new UncheckedIOException("%s cannot be written: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    /** Whether there was one. */
    boolean delete() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("%s cannot be deleted: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    /** Another number where the file is another. */
    long version() {
        try {
            return 31 * Files.getLastModifiedTime(file).toMillis() + Files.size(file);
        } catch (IOException none) {
            return 0;
        }
    }

    private static Pins.Look look(JsonNode json) throws IOException {
        if (!json.path("identity").isTextual() || !json.path("tools").isArray()) {
            throw new IOException("neither identity nor tools");
        }
        List<Declared> tools = new ArrayList<>();
        json.path("tools").forEach(tool -> tools.add(Declared.of(tool)));
        return Pins.Look.of(json.path("identity").asText(), tools);
    }

    private static ObjectNode json(Pins.Look look) {
        ObjectNode json = Declared.JSON.createObjectNode().put("identity", look.identity());
        look.tools().values().forEach(tool -> json.withArray("tools").add(tool.json()));
        if (look.tools().isEmpty()) {
            json.putArray("tools");
        }
        return json;
    }
}
