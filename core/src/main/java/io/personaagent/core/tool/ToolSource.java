package io.personaagent.core.tool;

import java.util.List;

/** Where providers of tools come from, and go to, while the program runs. Safe for use by several threads; never waits for anything outside. */
public interface ToolSource {

    /** Another number whenever the offers, their tools or the problems may have changed. Asked often, so it must be cheap. */
    long version();

    /** The providers that there are now, always in the same order. */
    List<Offer> offers();

    /** What cannot be used at the moment, and why. */
    List<ToolProblem> problems();

    /** Providers that neither come nor go. */
    static ToolSource fixed(List<Offer> offers) {
        List<Offer> all = List.copyOf(offers);
        return new ToolSource() {
            @Override
            public long version() {
                return 0;
            }

            @Override
            public List<Offer> offers() {
                return all;
            }

            @Override
            public List<ToolProblem> problems() {
                return List.of();
            }
        };
    }
}
