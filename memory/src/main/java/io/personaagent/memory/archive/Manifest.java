package io.personaagent.memory.archive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.json.Json;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.tools.UserId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an archive holds, and how to tell that nothing of it was changed.
 *
 * @param user whose memory it is
 * @param files by name
 */
public record Manifest(UserId user, Map<String, Part> files) {

    static final String FILE = "manifest.json";
    static final int VERSION = 1;

    private static final String FORMAT = "personaagent-memory";

    /**
     * One file.
     *
     * @param sha256 of its bytes, as hexadecimal text
     * @param bytes how long it is
     * @param lines how many lines it has
     */
    public record Part(String sha256, long bytes, long lines) {
        public Part {
            requireNonNull(sha256, "sha256");
        }
    }

    public Manifest {
        requireNonNull(user, "user");
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** How many lines a file has; 0 for one that is not there. */
    public long lines(String file) {
        Part part = files.get(file);
        return part == null ? 0 : part.lines();
    }

    /** All lines together. */
    public long lines() {
        return files.values().stream().mapToLong(Part::lines).sum();
    }

    String toJson() {
        return Json.object(json -> {
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("user", user.value());
            json.writeObjectFieldStart("files");
            for (Map.Entry<String, Part> file : files.entrySet()) {
                json.writeObjectFieldStart(file.getKey());
                json.writeStringField("sha256", file.getValue().sha256());
                json.writeNumberField("bytes", file.getValue().bytes());
                json.writeNumberField("lines", file.getValue().lines());
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    static Manifest parse(String text) {
        JsonNode json = Json.read(text);
        String format = json.path("format").asText();
        if (!format.equals(FORMAT)) {
            throw new MemoryException("%s says that the format is '%s'; expected '%s', as 'memory export' writes it"
                    .formatted(FILE, format, FORMAT));
        }
        int version = json.path("version").asInt();
        if (version < 1 || version > VERSION) {
            throw new MemoryException(
                    "the export has version %d of the format, but this program knows versions up to %d; use the newer PersonaAgent"
                            .formatted(version, VERSION));
        }
        Map<String, Part> files = new TreeMap<>();
        json.path("files").properties().forEach(file -> files.put(file.getKey(), part(file.getValue())));
        return new Manifest(new UserId(json.path("user").asText()), files);
    }

    private static Part part(JsonNode json) {
        return new Part(
                json.path("sha256").asText(),
                json.path("bytes").asLong(),
                json.path("lines").asLong());
    }
}
