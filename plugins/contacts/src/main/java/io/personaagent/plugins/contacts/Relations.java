package io.personaagent.plugins.contacts;

import io.personaagent.tools.Preferred;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people call those that belong to them: {@code my sister}, and who that is where a sentence says so. English. */
final class Relations {

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("mum", "mother"),
            Map.entry("mom", "mother"),
            Map.entry("mama", "mother"),
            Map.entry("dad", "father"),
            Map.entry("papa", "father"),
            Map.entry("sis", "sister"),
            Map.entry("bro", "brother"),
            Map.entry("grandma", "grandmother"),
            Map.entry("granny", "grandmother"),
            Map.entry("grandpa", "grandfather"),
            Map.entry("gp", "doctor"),
            Map.entry("coworker", "colleague"));
    private static final Pattern OWN = Pattern.compile("(?iu)^(?:my|our|the) (.{1,60})$");
    private static final String NAME = "(\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?)";

    private Relations() {}

    /** One word for one relation: {@code mum} is {@code mother}. */
    static String folded(String relation) {
        String plain = Names.folded(relation);
        return SAME.getOrDefault(plain, plain);
    }

    /** What somebody is to the person, from {@code my sister}; empty where it does not begin like that. */
    static Optional<String> own(String words) {
        Matcher own = OWN.matcher(words.strip());
        return own.matches() ? Optional.of(own.group(1)) : Optional.empty();
    }

    /** Who it is, where one of the sentences says so: {@code My sister is Mia}, {@code Has a sister called Mia}, {@code Mia is my sister}. */
    static Optional<Preferred> named(String relation, List<String> sentences) {
        List<Pattern> forms = forms(relation);
        return sentences.stream()
                .flatMap(sentence -> forms.stream()
                        .map(form -> form.matcher(sentence))
                        .filter(Matcher::find)
                        .map(found -> new Preferred(found.group(1), sentence)))
                .findFirst();
    }

    private static List<Pattern> forms(String relation) {
        String folded = folded(relation);
        String words = Stream.concat(Stream.of(relation.strip(), folded), alike(folded))
                .distinct()
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .orElse(folded);
        String whose = "(?i:my|our|their|his|her|a|an|the|person['’]s|user['’]s)";
        return List.of(
                Pattern.compile("\\b" + whose + " (?i:" + words
                        + ")(?i:['’]s name)?(?i:,| is| is called| is named| called| named| whose name is)? " + NAME),
                Pattern.compile(NAME + "(?i:,| is|, who is) " + whose + " (?i:" + words + ")\\b"));
    }

    private static Stream<String> alike(String folded) {
        return SAME.entrySet().stream()
                .filter(each -> each.getValue().equals(folded))
                .map(Map.Entry::getKey)
                .sorted();
    }
}
