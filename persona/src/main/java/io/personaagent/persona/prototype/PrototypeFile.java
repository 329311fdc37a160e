package io.personaagent.persona.prototype;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.json.Json;
import io.personaagent.persona.tendency.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a home keeps its prototypes: numbers, and names of the vocabulary. What does not fit that is not read. */
public final class PrototypeFile {

    private static final int MAX_BYTES = 256 * 1024;

    private final Path file;

    /** @param file need not exist */
    public PrototypeFile(Path file) {
        this.file = requireNonNull(file, "file");
    }

    /** What was made last; nothing where nothing was, or where the file is not as it was written. */
    public Prototypes read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Prototypes.NONE;
            }
            List<Prototype> read = new ArrayList<>();
            for (JsonNode each :
                    Json.read(Files.readString(file, StandardCharsets.UTF_8)).path("prototypes")) {
                read.add(prototype(each));
            }
            return new Prototypes(read);
        } catch (IOException | RuntimeException unreadable) {
            return Prototypes.NONE;
        }
    }

    /** Puts these in the place of those before; where there are none, nothing is left. */
    public void write(Prototypes prototypes) {
        try {
            if (prototypes.all().isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, text(prototypes), StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Prototypes prototypes) {
        return Json.object(json -> {
                    json.writeArrayFieldStart("prototypes");
                    for (Prototype each : prototypes.all()) {
                        json.writeStartObject();
                        json.writeNumberField("people", each.people());
                        json.writeNumberField("level", each.level());
                        json.writeArrayFieldStart("shared");
                        for (Map.Entry<Trait, Prototype.Shared> shared :
                                each.shared().entrySet()) {
                            json.writeStartObject();
                            json.writeStringField("kind", shared.getKey().kind().name());
                            json.writeStringField("name", shared.getKey().name());
                            json.writeNumberField("effect", shared.getValue().effect());
                            json.writeNumberField("people", shared.getValue().people());
                            json.writeEndObject();
                        }
                        json.writeEndArray();
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                })
                + "\n";
    }

    private static Prototype prototype(JsonNode node) {
        Map<Trait, Prototype.Shared> shared = new TreeMap<>();
        for (JsonNode each : node.path("shared")) {
            Trait trait = new Trait(
                    Trait.Kind.valueOf(each.path("kind").asText()),
                    each.path("name").asText());
            shared.put(
                    trait,
                    new Prototype.Shared(
                            each.path("effect").asDouble(), each.path("people").asInt()));
        }
        return new Prototype(node.path("people").asInt(), node.path("level").asDouble(), shared);
    }
}
