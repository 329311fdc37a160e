package io.personaagent.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code config.toml}. */
public final class ConfigFile {

    private ConfigFile() {}

    /**
     * The settings of a home; all fallbacks when it has no file.
     *
     * @throws ConfigException when the file cannot be read, is not TOML, or holds what cannot be set
     */
    public static Settings read(Path file, Map<String, String> environment) {
        return Settings.of(values(file), environment, file.toString());
    }

    private static Map<String, String> values(Path file) {
        try {
            Map<String, String> values = new TreeMap<>();
            String content = Files.readString(file);
            flatten("", new TomlMapper().readTree(content), values);
            return values;
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw new ConfigException(
                    file.toString(), List.of("line %d is not TOML: %s".formatted(line, wrong.getOriginalMessage())));
        } catch (IOException unreadable) {
            throw new ConfigException(file.toString(), List.of("cannot be read: " + unreadable.getMessage()));
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        node.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(key + ".", entry.getValue(), into);
            } else {
                into.put(
                        key,
                        entry.getValue().isValueNode()
                                ? entry.getValue().asText()
                                : entry.getValue().toString());
            }
        });
    }
}
