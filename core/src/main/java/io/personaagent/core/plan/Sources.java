package io.personaagent.core.plan;

import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Observation;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model can name in a step, by ids that are short and mean nothing outside of it: s1 and so on for the statements of the persona, m1
 * for memories, t1 for results. What it was not told has none. Immutable.
 */
record Sources(Map<String, Source> byId) {

    static final Sources NONE = new Sources(Map.of());

    /**
     * What an id means.
     *
     * @param text its own words
     * @param evidence the episodes that a memory rests on; empty for the others
     */
    record Source(Ground ground, String text, List<EpisodeId> evidence) {
        Source {
            evidence = List.copyOf(evidence);
        }
    }

    Sources {
        byId = Map.copyOf(byId);
    }

    Optional<Source> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The same persona with short ids, in its order; ids that the person or alignment gave may be long, or look like those of memories. */
    static Persona numbered(Persona persona) {
        List<Statement> numbered = new ArrayList<>();
        for (Statement each : persona.statements()) {
            numbered.add(
                    new Statement(statement(numbered.size() + 1), each.meaning(), each.support(), each.standing()));
        }
        return new Persona(persona.version(), persona.rules(), numbered);
    }

    /** @param told those of the {@link #numbered} persona that the model is told */
    Sources with(Persona persona, List<Statement> told) {
        Map<String, Source> more = new HashMap<>(byId);
        for (int i = 0; i < persona.statements().size(); i++) {
            Statement own = persona.statements().get(i);
            String id = statement(i + 1);
            if (told.stream().anyMatch(each -> each.id().equals(id))) {
                more.put(id, new Source(new Ground(Ground.Kind.STATEMENT, own.id()), own.text(), List.of()));
            }
        }
        return new Sources(more);
    }

    Sources with(List<Recollection> recalled, List<Observation> observed) {
        Map<String, Source> more = new HashMap<>(byId);
        for (int i = 0; i < recalled.size(); i++) {
            List<EpisodeId> evidence = recalled.get(i).source().evidence();
            Ground memory = new Ground(Ground.Kind.MEMORY, evidence.get(0).value());
            more.put(memory(i + 1), new Source(memory, recalled.get(i).text(), evidence));
        }
        for (int i = 0; i < observed.size(); i++) {
            Ground result =
                    new Ground(Ground.Kind.RESULT, observed.get(i).call().id());
            String text = observed.get(i).result().fold(done -> done.text(), failed -> failed.message());
            more.put(result(i + 1), new Source(result, text, List.of()));
        }
        return new Sources(more);
    }

    static String statement(int number) {
        return "s" + number;
    }

    static String memory(int number) {
        return "m" + number;
    }

    static String result(int number) {
        return "t" + number;
    }
}
