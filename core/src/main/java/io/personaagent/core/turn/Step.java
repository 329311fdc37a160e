package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.function.Function;

/** What a planner decides: to answer, to use tools first, or to ask the person. */
public sealed interface Step {

    /**
     * The turn ends with this text.
     *
     * @param cites the episodes that the answer rests on, the most important first; may be empty
     * @param steered the ids of the persona's statements that decided it, the most important first; may be empty
     * @param backing what else it names
     */
    record Answer(String text, List<EpisodeId> cites, List<String> steered, Backing backing) implements Step {
        public Answer {
            requireNonNull(text, "text");
            cites = List.copyOf(cites);
            steered = List.copyOf(steered);
            requireNonNull(backing, "backing");
        }

        /** One that rests on no call. */
        public Answer(String text, List<EpisodeId> cites, List<String> steered) {
            this(text, cites, steered, Backing.NONE);
        }

        /** One that no statement of the persona decided. */
        public Answer(String text, List<EpisodeId> cites) {
            this(text, cites, List.of());
        }

        @Override
        public <T> T fold(Function<Answer, T> answer, Function<UseTools, T> use, Function<AskUser, T> ask) {
            return answer.apply(this);
        }
    }

    /**
     * These calls, then the planner is asked again with what came of them.
     *
     * @param calls at least one
     * @param influence what the planner saw before it decided
     */
    record UseTools(List<ToolCall> calls, Influence influence) implements Step {
        public UseTools {
            calls = List.copyOf(calls);
            requireNonNull(influence, "influence");
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("a step that uses tools needs at least one call");
            }
        }

        @Override
        public <T> T fold(Function<Answer, T> answer, Function<UseTools, T> use, Function<AskUser, T> ask) {
            return use.apply(this);
        }
    }

    /**
     * The turn ends with a question back to the person.
     *
     * @param aim what for
     */
    record AskUser(String question, Aim aim) implements Step {

        /** What a question back is for. */
        public enum Aim {
            /** What was said does not tell what is to be done. */
            DETAIL,
            /** It is not known what the person likes; of such questions a session has only so many. */
            LIKING
        }

        public AskUser {
            requireNonNull(question, "question");
            requireNonNull(aim, "aim");
        }

        /** One for a detail. */
        public AskUser(String question) {
            this(question, Aim.DETAIL);
        }

        @Override
        public <T> T fold(Function<Answer, T> answer, Function<UseTools, T> use, Function<AskUser, T> ask) {
            return ask.apply(this);
        }
    }

    <T> T fold(Function<Answer, T> answer, Function<UseTools, T> use, Function<AskUser, T> ask);
}
