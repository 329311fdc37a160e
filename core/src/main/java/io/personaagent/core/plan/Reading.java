package io.personaagent.core.plan;

import dev.langchain4j.data.message.ChatMessage;
import io.personaagent.core.turn.Step;
import java.util.List;
import java.util.function.Function;

/** What a model's reply comes to: a step, or a reason to ask again. */
sealed interface Reading {

    /** These calls. */
    record Use(Step.UseTools step) implements Reading {
        @Override
        public <T> T fold(Function<Use, T> use, Function<Said, T> said, Function<Unusable, T> unusable) {
            return use.apply(this);
        }
    }

    /**
     * An answer, or a question to the person.
     *
     * @param words what the model said, without its marks
     * @param remark what the program adds to it; may be empty
     */
    record Said(String words, String remark, Step step) implements Reading {
        @Override
        public <T> T fold(Function<Use, T> use, Function<Said, T> said, Function<Unusable, T> unusable) {
            return said.apply(this);
        }
    }

    /**
     * Nothing that can be used.
     *
     * @param problem for the person, if it stays so
     * @param correction for the model, so that it can do better
     */
    record Unusable(String problem, List<ChatMessage> correction) implements Reading {
        public Unusable {
            correction = List.copyOf(correction);
        }

        @Override
        public <T> T fold(Function<Use, T> use, Function<Said, T> said, Function<Unusable, T> unusable) {
            return unusable.apply(this);
        }
    }

    <T> T fold(Function<Use, T> use, Function<Said, T> said, Function<Unusable, T> unusable);
}
