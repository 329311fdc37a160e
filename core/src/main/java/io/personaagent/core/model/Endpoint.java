package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

/**
 * What a person is told about where a model is.
 *
 * @param table where it is configured, such as {@code model} or {@code models.cheap}
 * @param model the model's name
 * @param address the base URL of its server
 * @param keyVariable the environment variable that holds its key; empty when there is none
 */
public record Endpoint(String table, String model, String address, String keyVariable) {
    public Endpoint {
        requireNonNull(table, "table");
        requireNonNull(model, "model");
        requireNonNull(address, "address");
        requireNonNull(keyVariable, "keyVariable");
    }

    /** The one under {@code model}. */
    public Endpoint(String model, String address, String keyVariable) {
        this("model", model, address, keyVariable);
    }
}
