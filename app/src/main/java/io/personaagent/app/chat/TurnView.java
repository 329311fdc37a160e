package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;

/** Shows a turn while it goes on. */
final class TurnView implements TurnListener {

    private final Screen screen;
    private final StringBuilder spoken = new StringBuilder();

    TurnView(Screen screen) {
        this.screen = requireNonNull(screen, "screen");
    }

    @Override
    public void text(String piece) {
        spoken.append(piece);
        screen.piece(piece);
    }

    @Override
    public void using(Step.UseTools step) {
        endOfSpeech();
        step.calls().forEach(call -> screen.aside("using %s%s".formatted(call.tool(), call.arguments())));
    }

    @Override
    public void observed(Observation observation) {
        observation.result().fold(done -> "", failed -> {
            screen.aside("%s: %s".formatted(observation.call().tool(), failed.message()));
            return "";
        });
    }

    /** Shows the reply, unless the person has seen it grow. */
    void end(Reply reply) {
        boolean seen = spoken.toString().strip().equals(reply.text().strip());
        endOfSpeech();
        if (!seen) {
            screen.line(reply.text());
        }
    }

    private void endOfSpeech() {
        if (!spoken.isEmpty()) {
            screen.piece("\n");
            spoken.setLength(0);
        }
    }
}
