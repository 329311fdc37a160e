package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What came of an aligner's work: a proposal, or why there is none. */
public sealed interface Draft {

    /** One that a gate can judge. */
    record Written(Proposal proposal) implements Draft {
        public Written {
            requireNonNull(proposal, "proposal");
        }

        @Override
        public <T> T fold(Function<Written, T> written, Function<Rejected, T> rejected) {
            return written.apply(this);
        }
    }

    /** What was written cannot be used; the reason is for the person to read. */
    record Rejected(String reason) implements Draft {
        public Rejected {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Function<Written, T> written, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }

    <T> T fold(Function<Written, T> written, Function<Rejected, T> rejected);
}
