package io.personaagent.memory.profile;

import io.personaagent.memory.profile.Preference.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what somebody says that they like, by the forms in which the profile reads it, and by those that ask for something always or never.
 * English; it would rather miss a preference than make one up.
 */
public final class Preferences {

    private static final String I = "i(?:['’]m| am)? " + Claims.ADVERBS;
    private static final String DO =
            "(?:like|love|want|enjoy|eat|drink|use|watch|read|play|hate|dislike|take|listen to)";
    private static final String GIVE = "(?:give|show|send|suggest|recommend|offer|bring)";

    private record Form(Stance stance, Pattern pattern) {}

    /** The first form that fits counts. */
    private static final List<Form> FORMS = List.of(
            form(Stance.NO_LONGER, I + "(?:no longer|used to|stopped) (?:" + DO + "|liking|loving|eating|drinking) "),
            new Form(
                    Stance.NO_LONGER,
                    Claims.pattern(
                            I + "(?:don['’]t|do not) " + DO + " " + Claims.OBJECT + " any ?(?:more|longer)[.!]*$")),
            form(Stance.ALWAYS, "i always (?:want|prefer|take|eat|drink|use|watch|read|order|buy|choose) "),
            form(Stance.ALWAYS, "always " + GIVE + " me "),
            form(Stance.AGAINST, "never " + GIVE + " me "),
            form(Stance.AGAINST, I + "(?:never|don['’]t|do not) (?:eat|drink|use|watch|read) "),
            form(Stance.AGAINST, "i never want "),
            form(Stance.AGAINST, I + "(?:can['’]t|cannot) bear "),
            form(Stance.AGAINST, I + Claims.DISLIKING.replace("am ", "") + " "),
            form(Stance.FOR, I + Claims.LIKING.replace("am ", "") + " "));

    private static final Pattern RATHER_THAN = Pattern.compile("\\s+(?:to|over|rather than)\\s+.*");
    private static final Pattern PREFERS = Pattern.compile("(?i)\\bprefer\\b");

    private Preferences() {}

    /** What a text says, in its order. */
    public static List<Preference> in(String text) {
        List<Preference> preferences = new ArrayList<>();
        Claims.clauses(text).forEach(clause -> of(clause).ifPresent(preferences::add));
        return List.copyOf(preferences);
    }

    private static Optional<Preference> of(String clause) {
        for (Form form : FORMS) {
            Matcher found = form.pattern().matcher(clause);
            if (found.find() && !Claims.isPointing(found.group(1))) {
                return Optional.of(new Preference(object(clause, found.group(1)), form.stance()));
            }
        }
        return Optional.empty();
    }

    private static String object(String clause, String words) {
        String object = words.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        return PREFERS.matcher(clause).find() ? RATHER_THAN.matcher(object).replaceFirst("") : object;
    }

    private static Form form(Stance stance, String words) {
        return new Form(stance, Claims.pattern(words + Claims.OBJECT + Claims.END));
    }
}
