package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.show.JournalWords;
import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import java.util.ArrayList;
import java.util.List;

/** Shows a turn while it goes on. */
final class TurnView implements TurnListener {

    private final Screen screen;
    private final StringBuilder spoken = new StringBuilder();
    private final List<String> standIns = new ArrayList<>();

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

    @Override
    public void shortened(Shortening shortening) {
        screen.aside("This is more than the model can take at once, so some of it was shortened: "
                + String.join(", ", parts(shortening)));
    }

    @Override
    public void detour(String why) {
        endOfSpeech();
        screen.aside(why);
    }

    @Override
    public void asked(Asking asking) {
        JournalWords.standIn(asking).ifPresent(standIns::add);
    }

    /** Which models answered instead of those that were asked first, and why. */
    List<String> standIns() {
        return List.copyOf(standIns);
    }

    private static List<String> parts(Shortening shortening) {
        List<String> parts = new ArrayList<>();
        add(parts, shortening.outputs(), "results of tools");
        add(parts, shortening.memories(), "memories");
        add(parts, shortening.steps(), "earlier calls");
        add(parts, shortening.exchanges(), "earlier messages of this conversation");
        return parts;
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add("%,d %s".formatted(count, what));
        }
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
