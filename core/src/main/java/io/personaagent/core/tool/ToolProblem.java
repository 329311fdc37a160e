package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

/**
 * A provider, or one of its tools, that cannot be used.
 *
 * @param provider the provider's name
 * @param reason completes the sentence "the provider ..."
 */
public record ToolProblem(String provider, String reason) {
    public ToolProblem {
        requireNonNull(provider, "provider");
        requireNonNull(reason, "reason");
    }
}
