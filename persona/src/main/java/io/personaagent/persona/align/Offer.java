package io.personaagent.persona.align;

import io.personaagent.memory.text.SameText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers that a reply offered to choose among: the lines of its list, or the parts of its last question with an "or" (English, German,
 * French, Spanish, Chinese).
 *
 * @param options in the order of the reply; none where it offered nothing
 */
public record Offer(List<String> options) {

    private static final int MOST = 26;
    private static final int LONGEST_REPLY = 20_000;
    private static final int LONGEST = 200;
    private static final Pattern ITEM =
            Pattern.compile("^\\s{0,8}(?:[-*•]|\\(?(?:\\d{1,2}|\\p{Lu}|[a-z])[.):])\\s{1,8}(\\S.{0,400})$");
    private static final Pattern QUESTION = Pattern.compile("[^.!?？。！\\n]{3,400}[?？]");
    private static final Pattern OR = Pattern.compile("(?iu)\\s*,\\s*(?:or|oder|ou|o)\\s+|\\s+(?:or|oder|ou|o)\\s+|还是");
    private static final Pattern LISTED = Pattern.compile("\\s*[,，、]\\s*");
    private static final Pattern LEAD = Pattern.compile(
            "(?iu)^(?:(?:and|so|well|ok|okay|then|you mean|did you mean)\\b[ ,]*)?"
                    + "(?:(?:do|would|did|shall|should|will|can|could|is|was) (?:you|i|we|it|that)(?: be)?\\b"
                    + "|möchtest du\\b|willst du\\b|voulez-vous\\b|veux-tu\\b|quieres\\b|你(?:要|想要|喜欢)?)?"
                    + "(?: (?:want|like|prefer|rather|have|take|mean|choose|drink|eat|book|buy|see|play|read)\\b){0,3}[ ,]*");

    public Offer {
        options = List.copyOf(options);
    }

    /** What a reply offered. */
    public static Offer in(String reply) {
        if (reply.length() > LONGEST_REPLY) {
            return new Offer(List.of());
        }
        List<String> listed = listed(reply);
        return new Offer(listed.size() > 1 ? listed : asked(reply));
    }

    /** The option that a person names by its words, its letter (A, B, ...) or its number; empty when none fits. */
    public Optional<String> named(String choice) {
        return worded(choice).or(() -> placed(choice.strip()));
    }

    /** The option that has these words. */
    Optional<String> worded(String choice) {
        String words = SameText.of(choice);
        return options.stream()
                .filter(option -> SameText.of(option).equals(words))
                .findFirst();
    }

    /** The options with their letters: {@code A tea, B coffee}. */
    public String words() {
        List<String> lettered = new ArrayList<>();
        options.forEach(option -> lettered.add((char) ('A' + lettered.size()) + " " + option));
        return String.join(", ", lettered);
    }

    private Optional<String> placed(String choice) {
        int place = -1;
        if (choice.matches("[A-Za-z]")) {
            place = Character.toUpperCase(choice.charAt(0)) - 'A';
        } else if (choice.matches("[0-9]{1,2}")) {
            place = Integer.parseInt(choice) - 1;
        }
        return place >= 0 && place < options.size() ? Optional.of(options.get(place)) : Optional.empty();
    }

    private static List<String> listed(String reply) {
        return usable(reply.lines().flatMap(line -> item(line).stream()).toList());
    }

    private static Optional<String> item(String line) {
        Matcher item = ITEM.matcher(line);
        return item.matches() ? Optional.of(item.group(1)) : Optional.empty();
    }

    private static List<String> asked(String reply) {
        Matcher question = QUESTION.matcher(reply);
        List<String> last = List.of();
        while (question.find()) {
            List<String> parts = parts(question.group());
            last = parts.size() > 1 ? parts : last;
        }
        return last;
    }

    /** Parts by commas count only where an "or" stands before the last one. */
    private static List<String> parts(String question) {
        String asked = question.substring(0, question.length() - 1).strip();
        String body = LEAD.matcher(asked.substring(1 + Math.max(asked.lastIndexOf(':'), asked.lastIndexOf('：')))
                        .strip())
                .replaceFirst("");
        String[] alternatives = OR.split(body, 0);
        if (alternatives.length < 2) {
            return List.of();
        }
        List<String> parts = new ArrayList<>(List.of(LISTED.split(alternatives[0], 0)));
        parts.addAll(Arrays.asList(alternatives).subList(1, alternatives.length));
        return usable(parts);
    }

    private static List<String> usable(List<String> found) {
        return found.stream()
                .map(each -> each.replaceAll("^[\"“„«*_`\\s]+|[\"”“»*_`;.\\s]+$", ""))
                .filter(each -> !SameText.of(each).isEmpty() && each.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
