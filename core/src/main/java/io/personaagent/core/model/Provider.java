package io.personaagent.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of model servers that can be spoken to. */
enum Provider {
    OPENAI("", "OPENAI_API_KEY"),
    ANTHROPIC("https://api.anthropic.com/v1/", "ANTHROPIC_API_KEY"),
    GEMINI("https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY"),
    OLLAMA("http://localhost:11434", "");

    private final String usualAddress;
    private final String usualKeyVariable;

    Provider(String usualAddress, String usualKeyVariable) {
        this.usualAddress = usualAddress;
        this.usualKeyVariable = usualKeyVariable;
    }

    static Optional<Provider> named(String word) {
        return Arrays.stream(values())
                .filter(provider -> provider.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its server usually is; empty when there is no usual place, so that nothing is sent to a company nobody chose. */
    String usualAddress() {
        return usualAddress;
    }

    /** The variable that usually holds its key; empty when it needs none. */
    String usualKeyVariable() {
        return usualKeyVariable;
    }
}
