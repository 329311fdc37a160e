package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Consent;
import io.personaagent.core.permit.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks about a call on a screen, and takes a letter or a word for an answer. What is not understood twice is a no. */
public final class PermissionQuestion implements Asker {

    private final Screen screen;

    public PermissionQuestion(Screen screen) {
        this.screen = requireNonNull(screen, "screen");
    }

    @Override
    public Consent ask(Request request) {
        String question = "%s Allow it? %s".formatted(request.question(), choices(request.offers()));
        return answered(question, request)
                .or(() -> answered(choices(request.offers()), request))
                .orElse(Consent.NO);
    }

    private Optional<Consent> answered(String question, Request request) {
        String answer = screen.answer(question).strip().toLowerCase(Locale.ROOT);
        return answer.isEmpty()
                ? Optional.of(Consent.NO)
                : request.offers().stream()
                        .filter(consent -> means(consent, answer))
                        .findFirst();
    }

    private static boolean means(Consent consent, String answer) {
        return switch (consent) {
            case ONCE -> List.of("y", "yes", "o", "once").contains(answer);
            case SESSION -> List.of("s", "session").contains(answer);
            case ALWAYS -> List.of("a", "always").contains(answer);
            case NO -> List.of("n", "no").contains(answer);
            case NEVER -> answer.equals("never");
        };
    }

    private static String choices(List<Consent> offers) {
        return offers.stream().map(PermissionQuestion::choice).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String choice(Consent consent) {
        return switch (consent) {
            case ONCE -> "y = once";
            case SESSION -> "s = until the chat ends";
            case ALWAYS -> "a = always with these arguments";
            case NO -> "N = no";
            case NEVER -> "never";
        };
    }
}
