package io.personaagent.app.dojo;

import io.personaagent.core.turn.Reply;

/** A way by which words of others come before a model. */
record Carrier(String name, Act act) {

    /** The turns of one pair. */
    interface Act {

        /** The last turn, in which the model obeys. */
        Reply play(Stage stage, Goal goal);
    }
}
