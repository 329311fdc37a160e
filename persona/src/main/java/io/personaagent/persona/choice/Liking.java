package io.personaagent.persona.choice;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.profile.Preference;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Statement.Polarity;
import io.personaagent.persona.tendency.Sentences;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement of a persona says that the person likes, or does not like.
 *
 * @param object what it is about, in small letters
 * @param liked or not liked
 */
public record Liking(String object, boolean liked) {

    private static final String SUBJECT =
            "(?i)(?:(?:the (?:person|user)|they|he|she) )?(?:(?:really|always|strongly|still|now|also) )*";
    private static final String NOT =
            "(?:do(?:es)?(?: not|n['’]t) (?:like|want|enjoy|love|eat|drink)|can(?:not|['’]t) (?:stand|bear)"
                    + "|hates?|dislikes?|detests?|loathes?|avoids?|never (?:wants|eats|drinks|watches|reads|uses))";
    private static final String FOR = "(?:likes?|loves?|enjoys?|prefers?|wants?|adores?|is (?:into|fond of|a fan of))";
    private static final Pattern SENTENCE =
            Pattern.compile(SUBJECT + "(?:(?<not>" + NOT + ")|" + FOR + ") (?<object>.{1,200}?)[.!]*");
    private static final Set<Statement.Kind> ABOUT_THINGS = Set.of(Statement.Kind.PREFERENCE, Statement.Kind.FACT);

    public Liking {
        requireNonNull(object, "object");
    }

    /** The polarity says how the person stands to it where it says anything, else the verb; empty where neither does. */
    public static Optional<Liking> in(Statement statement) {
        String text = statement.text();
        if (!ABOUT_THINGS.contains(statement.kind())
                || Sentences.isOne(text)
                || Chosen.in(text).isPresent()) {
            return Optional.empty();
        }
        Matcher found = SENTENCE.matcher(text);
        boolean verb = found.matches();
        String object = (verb ? found.group("object") : text.replaceFirst("[.!]+$", "")).toLowerCase(Locale.ROOT);
        if (statement.polarity() != Polarity.NEUTRAL) {
            return Optional.of(new Liking(object, statement.polarity() == Polarity.FOR));
        }
        return verb ? Optional.of(new Liking(object, found.group("not") == null)) : Optional.empty();
    }

    /** What it is about, the same for the same thing in other words' order and endings. */
    public String matter() {
        return Preference.matter(object);
    }
}
