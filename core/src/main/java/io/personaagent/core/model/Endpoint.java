package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

/**
 * What a person is told about where a model is.
 *
 * @param model the model's name
 * @param address the base URL of its server
 * @param keyVariable the environment variable that holds its key; empty when there is none
 */
public record Endpoint(String model, String address, String keyVariable) {
    public Endpoint {
        requireNonNull(model, "model");
        requireNonNull(address, "address");
        requireNonNull(keyVariable, "keyVariable");
    }
}
