package io.personaagent.memory.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.json.Json;

/** One line of {@link #FILE}: an entry that a tool keeps. */
record ShelfLine(String shelf, String key, String value) {

    static final String FILE = "shelves.jsonl";

    String toJson() {
        return Json.object(json -> {
            json.writeStringField("shelf", shelf);
            json.writeStringField("key", key);
            json.writeStringField("value", value);
        });
    }

    static ShelfLine parse(String line) {
        JsonNode json = Json.read(line);
        return new ShelfLine(Fields.text(json, "shelf"), Fields.text(json, "key"), Fields.text(json, "value"));
    }
}
