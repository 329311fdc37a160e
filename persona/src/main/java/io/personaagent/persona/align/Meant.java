package io.personaagent.persona.align;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a person meant out of a message that takes up the one before: "no, I meant ...". English, German, French, Spanish, Chinese. */
final class Meant {

    private static final int LONGEST = 500;
    private static final Pattern MEANT = Pattern.compile("(?iu)^\\W*(?:(?:no|nope|wrong|not that|actually|sorry"
            + "|nein|falsch|non|désolé|no es eso)\\b[\\s,.!;:–-]+)*"
            + "(?:i (?:meant|was asking (?:about|for))|what i (?:meant|wanted) (?:is|was)|ich meinte|je voulais dire|quise decir)"
            + "(?: to say)?[\\s,:–-]+(.{1,500}?)\\s*$");
    private static final Pattern CHINESE = Pattern.compile("^(?:不对?|不是)?[，,。！\\s]*我(?:的意思|指的)是[，,：:\\s]*(.{1,500})$");

    private Meant() {}

    /** What the person says that they meant; empty for any other message. */
    static Optional<String> in(String message) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        String line = message.strip().replaceAll("\\s+", " ");
        Matcher meant = MEANT.matcher(line);
        Matcher chinese = CHINESE.matcher(line);
        if (meant.matches()) {
            return Optional.of(meant.group(1));
        }
        return chinese.matches() ? Optional.of(chinese.group(1)) : Optional.empty();
    }
}
