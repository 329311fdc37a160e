package io.personaagent.memory.boundary;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Shelf;
import java.util.Map;
import java.util.Optional;

/** A shelf that keeps no secrets: what is put there comes out with a marker where one stood. */
public record SafeShelf(Shelf shelf) implements Shelf {

    public SafeShelf {
        requireNonNull(shelf, "shelf");
    }

    @Override
    public Optional<String> get(String key) {
        return shelf.get(safe(key));
    }

    @Override
    public void put(String key, String value) {
        shelf.put(safe(key), Redactor.redactJson(value));
    }

    @Override
    public void remove(String key) {
        shelf.remove(safe(key));
    }

    @Override
    public Map<String, String> all(String prefix) {
        return shelf.all(prefix);
    }

    private static String safe(String text) {
        return Redactor.redact(text).kept();
    }
}
