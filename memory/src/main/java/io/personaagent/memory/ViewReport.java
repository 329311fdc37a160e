package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.view.View;

/**
 * Which view serves, and what is being built beside it.
 *
 * @param serving the one that serves
 * @param building the one that is being built, or {@link View#NONE}
 * @param built the position in the log up to which it has come
 * @param wanted what the embedder is called that is configured, where the one that serves has vectors of another; empty otherwise
 */
public record ViewReport(View serving, View building, long built, String wanted) {

    public ViewReport {
        requireNonNull(serving, "serving");
        requireNonNull(building, "building");
        requireNonNull(wanted, "wanted");
    }

    /** Whether the one that serves has vectors of another embedder than the one that is configured. */
    public boolean isOutdated() {
        return !wanted.isEmpty();
    }
}
