package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Statement;
import java.util.Set;
import java.util.function.Function;

/** One change to a persona's statements. */
public sealed interface Edit {

    /** A new statement, put last. */
    record Add(Statement statement) implements Edit {
        public Add {
            requireNonNull(statement, "statement");
        }

        @Override
        public <T> T fold(Function<Add, T> add, Function<Replace, T> replace, Function<Remove, T> remove) {
            return add.apply(this);
        }
    }

    /** The statement takes the place of the one of the same id. */
    record Replace(Statement statement) implements Edit {
        public Replace {
            requireNonNull(statement, "statement");
        }

        @Override
        public <T> T fold(Function<Add, T> add, Function<Replace, T> replace, Function<Remove, T> remove) {
            return replace.apply(this);
        }
    }

    /**
     * The statement of this id goes.
     *
     * @param because the interactions that speak against it
     */
    record Remove(String id, Set<EpisodeId> because) implements Edit {
        public Remove {
            requireNonNull(id, "id");
            because = Set.copyOf(because);
        }

        public Remove(String id) {
            this(id, Set.of());
        }

        @Override
        public <T> T fold(Function<Add, T> add, Function<Replace, T> replace, Function<Remove, T> remove) {
            return remove.apply(this);
        }
    }

    /** The interactions that motivate it. */
    default Set<EpisodeId> motives() {
        return fold(
                add -> add.statement().support().evidence(),
                replace -> replace.statement().support().evidence(),
                Remove::because);
    }

    <T> T fold(Function<Add, T> add, Function<Replace, T> replace, Function<Remove, T> remove);
}
