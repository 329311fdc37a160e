package io.personaagent.core.permit;

import io.personaagent.memory.text.Sha256;
import io.personaagent.tools.ToolSpec;

/** What a tool says that it is, as a short name: another one where it says anything else. */
final class Definition {

    private static final int LENGTH = 16;

    private Definition() {}

    static String of(ToolSpec spec) {
        String said = "%s\n%s\n%s\n%s".formatted(spec.name(), spec.function(), spec.effect(), spec.permissions());
        return Sha256.hex(said).substring(0, LENGTH);
    }
}
