package io.personaagent.app.show;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Trace;
import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Statement;

/** Why an answer is what it is, for a person to read: what decided it, and which sentence decided which argument of a call. */
final class TraceWords {

    private final Words words;
    private final Trace trace;

    TraceWords(Words words, Trace trace) {
        this.words = requireNonNull(words, "words");
        this.trace = requireNonNull(trace, "trace");
    }

    String told() {
        StringBuilder text = new StringBuilder(
                "Decided by: %s, with version %d of your persona.".formatted(trace.planner(), trace.persona()));
        if (!trace.steered().isEmpty()) {
            text.append("%nOf your persona, this decided:".formatted());
            trace.steered().forEach(each -> text.append("%n   %s (%s)".formatted(each.text(), each.id())));
        } else if (trace.planner().equals("reflex")) {
            text.append("%nNothing of your persona decided this.".formatted());
        }
        recalled(text);
        String withheld = Withheld.told(trace.discretion().withheld());
        text.append(withheld.isEmpty() ? "" : "%n%s.".formatted(withheld));
        tools(text);
        if (trace.unknown() > 0) {
            text.append("%nNot counted: %d more that it named and that there %s not."
                    .formatted(trace.unknown(), trace.unknown() == 1 ? "is" : "are"));
        }
        return text.toString();
    }

    private void recalled(StringBuilder text) {
        text.append(
                trace.recalled().isEmpty()
                        ? "%nNothing was recalled.".formatted()
                        : "%nRecalled, the best first:".formatted());
        trace.recalled().forEach(recollection -> {
            boolean cited = recollection.source().evidence().stream().anyMatch(trace.cited()::contains);
            text.append("%n%s ".formatted(cited ? "->" : "  ")).append(words.of(recollection));
        });
    }

    private void tools(StringBuilder text) {
        text.append(trace.actions().isEmpty() ? "%nNo tool was used.".formatted() : "%nTools:".formatted());
        trace.actions().forEach(action -> {
            boolean cited = trace.backing().results().contains(action.call().id());
            text.append("%n%s ".formatted(cited ? "->" : "  ")).append(words.of(action));
            action.call().because().reasons().forEach(reason -> text.append("%n      ".formatted())
                    .append(told(reason)));
        });
    }

    private String told(Because.Reason reason) {
        return "%s: because of %s; %s"
                .formatted(
                        reason.argument().isEmpty() ? "the call" : reason.argument(),
                        ground(reason.ground()),
                        reason.confirmed() ? "the value stands in it" : "so the model says");
    }

    private String ground(Ground ground) {
        return switch (ground.kind()) {
            case STATEMENT -> statement(ground.id());
            case MEMORY -> memory(ground.id());
            case RESULT -> result(ground.id());
        };
    }

    private String statement(String id) {
        return trace.steered().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Statement::text)
                .map(said -> "\"%s\" (%s)".formatted(said, id))
                .orElse(id);
    }

    private String memory(String id) {
        return trace.recalled().stream()
                .filter(each -> each.source().evidence().stream()
                        .anyMatch(episode -> episode.value().equals(id)))
                .findFirst()
                .map(Recollection::text)
                .map(said -> "\"%s\" (%s)".formatted(Words.shortened(said), id))
                .orElse(id);
    }

    private String result(String id) {
        return trace.actions().stream()
                .map(Observation::call)
                .filter(call -> call.id().equals(id))
                .findFirst()
                .map(call -> "what %s gave".formatted(call.tool()))
                .orElse(id);
    }
}
