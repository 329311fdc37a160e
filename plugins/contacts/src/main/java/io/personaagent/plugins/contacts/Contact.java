package io.personaagent.plugins.contacts;

import ezvcard.VCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody whom the person knows.
 *
 * @param number what people may call it by; never given to another
 * @param card all that is known of them, in the standard's own form
 */
record Contact(int number, VCard card) {

    String name() {
        return Field.NAME.read(card);
    }

    /** Empty where it is not known. */
    String relation() {
        return Field.RELATION.read(card);
    }

    Optional<BirthDate> birth() {
        return BirthDate.of(card);
    }

    /** The name and the nicknames. */
    List<String> names() {
        Stream<String> nicknames = card.getNickname() == null ? Stream.of() : card.getNickname().getValues().stream();
        return Stream.concat(Stream.of(name()), nicknames).toList();
    }

    /** With what tells them from others. */
    String named() {
        return relation().isEmpty() ? name() : "%s (your %s)".formatted(name(), relation());
    }

    /** As a line of a list. */
    String line() {
        return "%d. %s".formatted(number, named());
    }

    /** All that is known of them, as it is kept. */
    String text() {
        return Cards.written(List.of(card));
    }

    /** All that is known of them, a line for each field. */
    String told(DateStyle style) {
        StringBuilder told = new StringBuilder(line());
        for (Field field : Field.values()) {
            String value = field == Field.BIRTHDAY
                    ? birth().map(birth -> birth.text(style)).orElse("")
                    : field.read(card);
            if (field.isListed() && !value.isEmpty()) {
                told.append("\n   %s: %s".formatted(field.word(), value));
            }
        }
        return told.toString();
    }
}
