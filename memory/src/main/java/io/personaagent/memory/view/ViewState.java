package io.personaagent.memory.view;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Where a backend's views stand.
 *
 * @param active the one that serves
 * @param building the one that is being built, or {@link View#NONE}
 * @param builder who builds it
 * @param last the highest number that a generation has had; no number is used twice
 */
public record ViewState(View active, View building, Claim builder, int last) {

    /** What holds before anything was written down: the first generation serves. */
    public static final ViewState FIRST = new ViewState(new View(1, ""), View.NONE, Claim.NOBODY, 1);

    /**
     * Who builds a view, and when that was heard of last.
     *
     * @param token empty when nobody does
     * @param seen when it last was heard of
     */
    public record Claim(String token, Instant seen) {

        public static final Claim NOBODY = new Claim("", Instant.EPOCH);

        public Claim {
            requireNonNull(token, "token");
            requireNonNull(seen, "seen");
        }
    }

    public ViewState {
        requireNonNull(active, "active");
        requireNonNull(building, "building");
        requireNonNull(builder, "builder");
    }

    /** The same view still serves, of which it has been found out how its vectors were made. */
    public ViewState servingIn(String space) {
        return new ViewState(active.in(space), building, builder, last);
    }

    /** This one is being built, by this builder. */
    public ViewState building(View next, Claim by) {
        return new ViewState(active, next, by, Math.max(last, next.number()));
    }

    /** What was built serves now. */
    public ViewState swapped(String space) {
        return new ViewState(building.in(space), View.NONE, Claim.NOBODY, last);
    }

    /** Nothing is being built any more. */
    public ViewState abandoned() {
        return building(View.NONE, Claim.NOBODY);
    }

    /** Whether a generation of this number is of any use. */
    public boolean isLive(int number) {
        return number == active.number() || number == building.number();
    }

    public boolean isBuiltBy(String token) {
        return !building.isNone() && builder.token().equals(token);
    }
}
