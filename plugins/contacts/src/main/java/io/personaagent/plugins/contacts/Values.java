package io.personaagent.plugins.contacts;

import ezvcard.VCard;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.ToolContext;
import java.util.regex.Pattern;

/** Puts what was said into a card, checked. */
final class Values {

    private static final int LONGEST = 2_000;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern PHONE = Pattern.compile("[+\\d][\\d ()/.x#*-]{1,40}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]{1,100}@[^\\s@,;<>]{1,150}");

    private Values() {}

    /** In place of what was there; an empty value takes it out. */
    static void change(Field field, String value, VCard card, ToolContext context) {
        if (field != Field.NAME) {
            field.clear(card);
        }
        if (field == Field.NAME || !value.isBlank()) {
            write(field, "value", value, card, context);
        }
    }

    /** @param argument the name of the argument that the value came in */
    static void write(Field field, String argument, String given, VCard card, ToolContext context) {
        String value = INVISIBLE.matcher(given).replaceAll("").strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw wrong(argument, value, "1 to %d characters".formatted(LONGEST));
        }
        switch (field) {
            case BIRTHDAY ->
                card.setBirthday(BirthDate.read(value, context.preferences())
                        .orElseThrow(() -> wrong(
                                argument, value, "a birthday, such as 24 December 1996, 24 December or 1996-12-24"))
                        .property());
            case PHONE -> field.write(card, matching(PHONE, argument, value, "a phone number, such as +49 30 5550199"));
            case EMAIL ->
                field.write(card, matching(EMAIL, argument, value, "a mail address, such as mia@example.org"));
            case RELATION -> field.write(card, Relations.own(value).orElse(value));
            default -> field.write(card, value);
        }
    }

    private static String matching(Pattern form, String argument, String value, String expected) {
        String bare = value.replaceAll("[.,;!?]+$", "");
        if (!form.matcher(bare).matches()) {
            throw wrong(argument, value, expected);
        }
        return bare;
    }

    private static BadArgumentException wrong(String argument, String value, String expected) {
        return new BadArgumentException(
                "argument '%s' is '%s'; expected %s".formatted(argument, Search.shortened(value), expected));
    }
}
