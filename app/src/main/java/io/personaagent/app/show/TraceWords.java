package io.personaagent.app.show;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Trace;
import io.personaagent.memory.boundary.Withheld;

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
        Grounds grounds = new Grounds(
                trace.steered(),
                trace.recalled(),
                trace.actions().stream().map(Observation::call).toList());
        text.append(trace.actions().isEmpty() ? "%nNo tool was used.".formatted() : "%nTools:".formatted());
        trace.actions().forEach(action -> {
            boolean cited = trace.backing().results().contains(action.call().id());
            text.append("%n%s ".formatted(cited ? "->" : "  ")).append(words.of(action));
            action.call().because().reasons().forEach(reason -> text.append("%n      ".formatted())
                    .append(grounds.told(reason)));
        });
    }
}
