package io.personaagent.core.permit;

/** Asks the person whether a call may be made. */
@FunctionalInterface
public interface Asker {

    /** What the person said; {@link Consent#NO} where nobody answers. What was not offered counts as a no. */
    Consent ask(Request request);

    /** For where there is nobody to ask: always no. */
    static Asker nobodyThere() {
        return request -> Consent.NO;
    }

    /** For who has approved beforehand: each call once. */
    static Asker approving() {
        return request -> Consent.ONCE;
    }
}
