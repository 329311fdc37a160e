package io.personaagent.app.show;

import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Statement;
import java.util.List;

/** What the reasons of a call may name, so that they can be told in words; what is not there any more keeps its id. */
record Grounds(List<Statement> statements, List<Recollection> recalled, List<ToolCall> calls) {

    /** A reason in one line. */
    String told(Because.Reason reason) {
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
        return statements.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Statement::text)
                .map(said -> "\"%s\" (%s)".formatted(said, id))
                .orElse(id);
    }

    private String memory(String id) {
        return recalled.stream()
                .filter(each -> each.source().evidence().stream()
                        .anyMatch(episode -> episode.value().equals(id)))
                .findFirst()
                .map(Recollection::text)
                .map(said -> "\"%s\" (%s)".formatted(Words.shortened(said), id))
                .orElse(id);
    }

    private String result(String id) {
        return calls.stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .map(call -> "what %s gave".formatted(call.tool()))
                .orElse(id);
    }
}
