package io.personaagent.persona.choice;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question for whether the person likes something: {@code Would I like Alien?} English.
 *
 * @param thing what it is about
 * @param supposed whether they would like what they may not know; else, whether they do
 * @param disliking whether it asks for the contrary: {@code Do I hate jazz?}
 */
public record LikingQuestion(String thing, boolean supposed, boolean disliking) {

    private static final int LONGEST = 1_000;
    private static final Pattern ASKED = Pattern.compile(
            "(?is)\\s*(?:(?:and|so|well|ok|hey|please|tell me)\\b[,:]? )*"
                    + "(do|would|will|might) i (?:(?:really|actually|still|even|ever|usually) )*"
                    + "(like|love|enjoy|hate|dislike|detest)(?: to (?:watch|read|eat|drink|have|see|hear|play|try))? (.+?)[\\s?.!]*");
    private static final Pattern POINTING =
            Pattern.compile("(?i)(?:it|that|this|them|him|her|these|those|you|to|how|when|what)\\b.*");

    public LikingQuestion {
        requireNonNull(thing, "thing");
    }

    /** The one that a message asks; empty when it asks something else, such as for a choice. */
    public static Optional<LikingQuestion> in(String message) {
        if (message.length() > LONGEST || ChoiceQuestion.in(message).isPresent()) {
            return Optional.empty();
        }
        Matcher asked = ASKED.matcher(message);
        if (!asked.matches() || POINTING.matcher(asked.group(3)).matches()) {
            return Optional.empty();
        }
        String verb = asked.group(2).toLowerCase(Locale.ROOT);
        return Optional.of(new LikingQuestion(
                asked.group(3),
                !asked.group(1).equalsIgnoreCase("do"),
                verb.equals("hate") || verb.equals("dislike") || verb.equals("detest")));
    }
}
