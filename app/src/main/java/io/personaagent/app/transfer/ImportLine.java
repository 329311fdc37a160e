package io.personaagent.app.transfer;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.episode.Episode;
import java.util.List;
import java.util.function.Function;

/** What one line of an import file turned out to be. */
public sealed interface ImportLine {

    /**
     * An episode.
     *
     * @param notKept the secrets that stood in it
     */
    record Accepted(Episode episode, List<Secret> notKept) implements ImportLine {
        public Accepted {
            requireNonNull(episode, "episode");
            notKept = List.copyOf(notKept);
        }

        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Rejected, T> rejected) {
            return accepted.apply(this);
        }
    }

    /** Not an episode; the reason says what was found and what would be right. */
    record Rejected(String reason) implements ImportLine {
        public Rejected {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }

    <T> T fold(Function<Accepted, T> accepted, Function<Rejected, T> rejected);
}
