package io.personaagent.persona;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids such as s12, which statements get that are given no other. */
final class NumberedIds {

    private static final Pattern NUMBERED = Pattern.compile("s([0-9]{1,6})");

    private NumberedIds() {}

    /** The highest number of a persona; 0 where there is none. */
    static int highest(Persona persona) {
        return persona.statements().stream()
                .map(statement -> NUMBERED.matcher(statement.id()))
                .filter(Matcher::matches)
                .mapToInt(number -> Integer.parseInt(number.group(1)))
                .max()
                .orElse(0);
    }
}
