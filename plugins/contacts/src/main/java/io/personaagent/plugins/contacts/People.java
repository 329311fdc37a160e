package io.personaagent.plugins.contacts;

import ezvcard.VCard;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.ToolContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The contacts on a person's shelf, each as a vCard under its number. One lock for all people: the work under it is short. */
final class People {

    private static final String PREFIX = "contact/";
    private static final String COUNTER = "contact-count";
    private static final String TOLD = "told/";
    private static final int MOST = 10_000;
    private static final int LARGEST = 64 * 1024;

    private final Object lock = new Object();

    List<Contact> all(ToolContext context) {
        return those(card -> true, context);
    }

    /** Those whose card as text is wanted; to read a card takes much longer than to look at it. */
    List<Contact> those(Predicate<String> wanted, ToolContext context) {
        return context.shelf().all(PREFIX).entrySet().stream()
                .filter(kept -> wanted.test(kept.getValue()))
                .map(kept -> read(Integer.parseInt(kept.getKey().substring(PREFIX.length())), kept.getValue()))
                .toList();
    }

    Contact add(VCard card, ToolContext context) {
        synchronized (lock) {
            Shelf shelf = context.shelf();
            int number = shelf.get(COUNTER).map(Integer::parseInt).orElse(0) + 1;
            if (number > MOST) {
                throw new BadArgumentException(
                        "there have been %d contacts, and there is no room for more".formatted(MOST));
            }
            Contact contact = new Contact(number, card);
            keep(contact, context);
            shelf.put(COUNTER, Integer.toString(number));
            return contact;
        }
    }

    void keep(Contact contact, ToolContext context) {
        String text = contact.text();
        if (text.length() > LARGEST) {
            throw new BadArgumentException("the contact '%s' would have %d characters; a contact has at most %d"
                    .formatted(contact.name(), text.length(), LARGEST));
        }
        context.shelf().put(key(PREFIX, contact), text);
    }

    void remove(Contact contact, ToolContext context) {
        context.shelf().remove(key(PREFIX, contact));
        context.shelf().remove(key(TOLD, contact));
    }

    /** Of which birthday the person was told last. */
    Optional<String> told(Contact contact, ToolContext context) {
        return context.shelf().get(key(TOLD, contact));
    }

    void tell(Contact contact, String birthday, ToolContext context) {
        context.shelf().put(key(TOLD, contact), birthday);
    }

    private static Contact read(int number, String text) {
        return Cards.read(text).stream()
                .findFirst()
                .map(card -> new Contact(number, card))
                .orElseThrow(() -> new IllegalStateException("contact %d on the shelf is damaged".formatted(number)));
    }

    /** Padded, so that the order of the keys is the order of the numbers. */
    private static String key(String prefix, Contact contact) {
        return prefix + "%06d".formatted(contact.number());
    }
}
