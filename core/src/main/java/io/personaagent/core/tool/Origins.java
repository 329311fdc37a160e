package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.ToolSpec;
import java.util.Optional;

/** Where the calls of one step come from: from the person, or from words of others. */
final class Origins {

    private final ToolCatalogue catalogue;
    private final Step.UseTools step;
    private final OwnWords own;
    private final Hearsay hearsay;

    /** @param asked what the person said */
    Origins(ToolCatalogue catalogue, Step.UseTools step, String asked) {
        this.catalogue = requireNonNull(catalogue, "catalogue");
        this.step = requireNonNull(step, "step");
        this.own = new OwnWords(asked);
        this.hearsay = new Hearsay(catalogue, own);
    }

    /** What a call was asked for under: a description that a stranger wrote may lead to it as well as a page. */
    Influence influence(ToolCall call, LentTool tool) {
        return hearsay.speaksOf(call, tool) ? Influence.UNTRUSTED_CONTENT : step.influence();
    }

    /** Whether what a tool keeps now may be words of others; calls of one provider go on at the same time and in the same files. */
    boolean ofOthers(LentTool tool) {
        return step.calls().stream().anyMatch(call -> catalogue
                .find(call.tool())
                .filter(other -> other.offer().name().equals(tool.offer().name()))
                .filter(other -> ofOthers(call, other))
                .isPresent());
    }

    private boolean ofOthers(ToolCall call, LentTool tool) {
        ToolSpec spec = tool.spec();
        return Influence.reachesOthers(spec)
                || (influence(call, tool) == Influence.UNTRUSTED_CONTENT && !own.are(call.arguments()));
    }

    /** The description and parameters of a tool as a model is told of them. */
    static String told(ToolSpec spec) {
        return "%s\n%s"
                .formatted(
                        spec.description(),
                        Optional.ofNullable(spec.function().parameters())
                                .map(Object::toString)
                                .orElse(""));
    }
}
