package io.personaagent.core;

import io.personaagent.memory.Memory;
import io.personaagent.memory.spi.Use;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.util.List;

/** What of a persona may be told to whoever decides. */
public final class Told {

    private Told() {}

    /** The same version without the statements that rest on an episode of a class which may not be seen for this use. */
    public static Persona of(Persona persona, Memory memory, Use use) {
        List<Statement> told = persona.statements().stream()
                .filter(each -> memory.withheld(use, each.text(), each.support().evidence())
                        .isEmpty())
                .toList();
        return told.size() == persona.statements().size()
                ? persona
                : new Persona(persona.version(), persona.rules(), told);
    }
}
