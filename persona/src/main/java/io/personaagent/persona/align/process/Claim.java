package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.view.ViewState;
import java.time.Instant;

/**
 * Who aligns a person now.
 *
 * @param mark the claim's token, and when its holder was heard of last
 * @param since when it was made
 */
public record Claim(ViewState.Claim mark, Holder holder, Instant since) {

    /** Nobody does. */
    public static final Claim NONE = new Claim(ViewState.Claim.NOBODY, Holder.NONE, Instant.EPOCH);

    public Claim {
        requireNonNull(mark, "mark");
        requireNonNull(holder, "holder");
        requireNonNull(since, "since");
    }

    boolean isNone() {
        return mark.token().isEmpty();
    }

    boolean isOf(String token) {
        return !isNone() && mark.token().equals(token);
    }

    /** Its holder was heard of just now. */
    Claim seen(Instant now) {
        return new Claim(new ViewState.Claim(mark.token(), now), holder, since);
    }
}
