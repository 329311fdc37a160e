package io.personaagent.core.args;

import com.fasterxml.jackson.databind.JsonNode;

/** A tool with a JSON Schema of its own, which says more of its arguments than what models are told. It may be anybody's. */
public interface OwnSchema {

    JsonNode argumentsSchema();
}
