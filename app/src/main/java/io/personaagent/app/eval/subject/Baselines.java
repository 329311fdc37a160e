package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.persona.align.textual.AskedModel;
import io.personaagent.tools.UserId;
import java.util.Locale;
import java.util.Optional;

/** What an agent must be better than, by kind. */
public final class Baselines implements Subjects {

    private final Kind kind;
    private final Shelters shelters;
    private final int most;
    private final Optional<Mind> mind;

    /** How much of a person's log is shown to whoever answers. */
    public enum Kind {
        /** Nothing of it. */
        DIRECT,
        /** All of it, but only to tell the mean or the most frequent label; never asks a model. */
        USUAL,
        /** The newest items. */
        ICL,
        /** What memory recalls for the question. */
        RAG,
        /** What memory recalls, and a profile of everything. */
        PAG;

        boolean recalls() {
            return this == RAG || this == PAG;
        }
    }

    /** A model, and how it is asked. */
    public record Mind(ChatModel model, Prompts prompts) {
        public Mind {
            requireNonNull(model, "model");
            requireNonNull(prompts, "prompts");
        }
    }

    private Baselines(Kind kind, Shelters shelters, int most, Optional<Mind> mind) {
        this.kind = requireNonNull(kind, "kind");
        this.shelters = requireNonNull(shelters, "shelters");
        this.most = most;
        this.mind = mind;
    }

    /**
     * Without a model.
     *
     * @param most how many items are shown at most
     */
    public static Subjects counting(Kind kind, Shelters shelters, int most) {
        return new Baselines(kind, shelters, most, Optional.empty());
    }

    /** The same, with a model that answers. */
    public static Subjects asking(Kind kind, Shelters shelters, int most, Mind mind) {
        return new Baselines(kind, shelters, most, kind == Kind.USUAL ? Optional.empty() : Optional.of(mind));
    }

    @Override
    public String named() {
        return kind.name().toLowerCase(Locale.ROOT) + (mind.isPresent() ? " (model)" : "");
    }

    @Override
    public Subject about(UserId user) {
        Respondent respondent = mind.<Respondent>map(
                        asked -> new Asking(new AskedModel(asked.model()), asked.prompts()))
                .orElseGet(() -> new Counting(kind, most));
        return new Baseline(kind, shelters.open(user), respondent, most);
    }
}
