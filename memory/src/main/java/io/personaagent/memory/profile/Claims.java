package io.personaagent.memory.profile;

import io.personaagent.memory.text.Terms;
import io.personaagent.memory.text.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what somebody says of themself from how they say it: "I love ...", "I moved to ...", "my dog is called ...". English. It would
 * rather miss a claim than make one up: questions, wishes, conditions, quotations and sentences about others are none.
 */
final class Claims {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+|\\n+");
    /** "I love hiking but I hate camping" says two things. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?i),?\\s+(?:but|and|so|although|though|while|because)\\s+(?=(?:i|i['’]m|i['’]ve|my)\\b)|,\\s+(?=(?:i|i['’]m)\\b)");

    private static final Pattern UNSURE = Pattern.compile(
            "(?i)\\b(?:if|would|could|might|maybe|perhaps|imagine|suppose|pretend|wish|someone|dreamt|dreamed)\\b|[\"“”«»]|i['’]d\\b");
    static final String OPENING =
            "^(?:(?:well|oh|yes|yeah|yep|no|hey|hi|thanks|honestly|actually|also|and|but|so|plus|by the way|btw|fyi|personally|currently|now|please|sorry)[,!.]?\\s+)*";
    static final String ADVERBS =
            "(?:(?:really|absolutely|just|still|also|currently|now|recently|actually|truly|definitely|totally|generally|usually|have always|always) )*";
    static final String OBJECT = "(.{2,80}?)";
    static final String END =
            "(?:,? (?:because|since|when|while|as|so|but|although|though|if|until|for (?:about |over |almost )?(?:a|\\d+|\\w+) (?:years?|months?|weeks?)|these days|now|nowadays|any ?more|at all|lately|last|this|right now)\\b.*|,.*)?[.!]*$";
    private static final String RELATIVE_WORDS =
            "(wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|son|daughter|brother|sister|mother|father|mom|mum|dad|dog|cat|puppy|kitten|parrot|horse|hamster|rabbit|boss|best friend|roommate)";

    static final String LIKING = "(?:love|like|enjoy|adore|prefer|am (?:really )?into|am (?:a )?(?:big |huge )?fan of)";
    static final String DISLIKING =
            "(?:hate|dislike|detest|loathe|(?:can['’]?t|cannot|can not) stand|(?:don['’]t|do not|no longer|never) (?:really )?(?:like|enjoy|love)|used to (?:love|like|enjoy)|stopped liking)";

    private record Rule(Pattern pattern, Function<MatchResult, Optional<Claim>> reading) {}

    private static final List<Rule> RULES = List.of(
            preference(LIKING, "+"),
            preference(DISLIKING, "-"),
            rule(
                    "i (always|never) " + OBJECT + END,
                    m -> claim(Claim.Kind.HABIT, "habit:" + terms(m.group(2)), m.group(1), m)),
            rule(
                    "my favou?rite (.{2,30}?) (?:is|are) (?:now )?" + OBJECT + END,
                    m -> claim(Claim.Kind.PREFERENCE, "favourite:" + terms(m.group(1)), terms(m.group(2)), m)),
            fact(
                    "i(?:['’]m| am)? " + ADVERBS
                            + "(?:live|living|based|moved|relocated|moving back|settled)(?: here| back| over)?(?: from .{2,30}?)? (?:in|to|at) "
                            + OBJECT + END,
                    "lives"),
            fact("i " + ADVERBS + "(?:work|started working|started) (?:at|for) " + OBJECT + END, "works-at"),
            fact(
                    "i(?:['’]m| am)? " + ADVERBS + "(?:work|working|started working|started) as (?:an? |the )?" + OBJECT
                            + END,
                    "works-as"),
            fact("i (?:was|am) born (?:in|on) " + OBJECT + END, "born"),
            fact("(?:my name is|call me|i['’]m called) (?-i:(\\p{Lu}[\\p{L}'’-]+))" + END, "name"),
            fact("i(?:['’]m| am) (\\d{1,3})(?: years old)?" + END, "age"),
            fact(
                    "i(?:['’]m| am| went| became)? " + ADVERBS
                            + "(?:an? )?(vegetarian|vegan|pescatarian|omnivore|flexitarian)" + END,
                    "diet"),
            fact("i(?:['’]m| am) (?:also |very |severely )?allergic to " + OBJECT + END, "allergy", "+"),
            fact("i(?:['’]m| am) (?:not|no longer) allergic to " + OBJECT + END, "allergy", "-"),
            rule(
                    "my " + RELATIVE_WORDS
                            + "(?:['’]s name)?(?: is|['’]s)(?: named| called)? (?-i:(\\p{Lu}[\\p{L}'’-]+))" + END,
                    m -> claim(Claim.Kind.FACT, "name of " + lower(m.group(1)), lower(m.group(2)), m)),
            rule(
                    "i have (an?|one|two|three|four) " + RELATIVE_WORDS + "s?(?: (?:named|called) .{2,30}?)?" + END,
                    m -> claim(Claim.Kind.FACT, "has:" + lower(m.group(2)), number(m.group(1)), m)),
            rule(
                    "my (birthday|job|hometown|home town|address|phone number|email|e-mail|shoe size|blood type|major|degree|nationality|native language|car|goal|wedding anniversary|anniversary) is (?:on |an? |now )?"
                            + OBJECT + END,
                    m -> claim(Claim.Kind.FACT, "my " + lower(m.group(1)), terms(m.group(2)), m)));

    /** Say nothing without what stood before them. */
    private static final Pattern POINTING = Pattern.compile(
            "(?i)^(?:it|that|this|them|these|those|you|your|him|her|his|how|what|when|where|the (?:idea|way|sound|look)|to (?:think|see|know|be|hear))\\b.*|.*\\b(?:it|that|this)$");

    private Claims() {}

    /** What a text claims, in its order. */
    static List<Claim> in(String text) {
        return clauses(text).stream().flatMap(clause -> of(clause).stream()).toList();
    }

    /** What may claim something: nothing that is asked, wished, quoted or only possible. */
    static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        for (String sentence : SENTENCE.split(text, -1)) {
            if (!Utterance.isQuestion(sentence) && !UNSURE.matcher(sentence).find()) {
                for (String clause : CLAUSE.split(sentence.strip(), -1)) {
                    clauses.add(clause.strip());
                }
            }
        }
        return clauses;
    }

    /** Whether words mean nothing without what stood before them. */
    static boolean isPointing(String words) {
        return POINTING.matcher(words).matches();
    }

    /** A pattern of words that blanks part. */
    static Pattern pattern(String words) {
        return Pattern.compile((OPENING + words).replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Optional<Claim> of(String clause) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(clause);
            if (matcher.find()) {
                Optional<Claim> claim = rule.reading().apply(matcher);
                if (claim.isPresent()) {
                    return claim;
                }
            }
        }
        return Optional.empty();
    }

    private static Rule rule(String words, Function<MatchResult, Optional<Claim>> reading) {
        return new Rule(pattern(words), reading);
    }

    private static Rule preference(String verb, String polarity) {
        return rule(
                "i(?:['’]m| am)? " + ADVERBS + verb.replace("am ", "") + " " + OBJECT + END,
                m -> isPointing(m.group(1))
                        ? Optional.empty()
                        : claim(Claim.Kind.PREFERENCE, "likes:" + terms(m.group(1)), polarity, m));
    }

    /** Of which there is one at a time. */
    private static Rule fact(String words, String slot) {
        return rule(words, m -> claim(Claim.Kind.FACT, slot, terms(m.group(1)), m));
    }

    private static Rule fact(String words, String slot, String polarity) {
        return rule(words, m -> claim(Claim.Kind.FACT, slot + ":" + terms(m.group(1)), polarity, m));
    }

    private static Optional<Claim> claim(Claim.Kind kind, String slot, String value, MatchResult match) {
        boolean empty = slot.endsWith(":") || value.isEmpty();
        return empty
                ? Optional.empty()
                : Optional.of(new Claim(kind, slot, value, match.group().strip()));
    }

    /** The same for the same thing in other words' order and endings. */
    static String terms(String words) {
        return String.join(" ", new TreeSet<>(Terms.of(words)));
    }

    private static String number(String word) {
        return lower(word).startsWith("a") || lower(word).equals("one") ? "one" : lower(word);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
