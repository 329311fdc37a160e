package io.personaagent.plugins.clock;

import io.personaagent.tools.Shelf;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * The reminders on a person's shelf, the earliest first. Numbers are never used again.
 *
 * <p>One lock for all people: the work under it is short, and no reminder may be told twice.
 */
final class Reminders {

    private static final String COUNTER = "reminder-count";
    private static final String PREFIX = "reminder/";

    private final Object lock = new Object();

    Reminder add(Instant due, Recurrence recurrence, String text, Shelf shelf) {
        synchronized (lock) {
            int number = shelf.get(COUNTER).map(Integer::parseInt).orElse(0) + 1;
            shelf.put(COUNTER, Integer.toString(number));
            Reminder reminder = Reminder.of(number, due, recurrence, text);
            shelf.put(key(number), reminder.written());
            return reminder;
        }
    }

    List<Reminder> all(Shelf shelf) {
        return shelf.all(PREFIX).entrySet().stream()
                .map(kept -> Reminder.read(Integer.parseInt(kept.getKey().substring(PREFIX.length())), kept.getValue()))
                .sorted(Comparator.comparing(Reminder::due).thenComparing(Reminder::number))
                .toList();
    }

    void remove(Reminder reminder, Shelf shelf) {
        synchronized (lock) {
            shelf.remove(key(reminder.number()));
        }
    }

    /**
     * Takes what is due off the shelf: told once, even if the program ends before the person has read it. What comes again is put back for
     * the next time; what was missed meanwhile is not told again.
     */
    List<Reminder> takeDue(ZonedDateTime time, Shelf shelf) {
        Instant now = time.toInstant();
        synchronized (lock) {
            List<Reminder> due = all(shelf).stream()
                    .filter(reminder -> !reminder.due().isAfter(now))
                    .toList();
            for (Reminder reminder : due) {
                String key = key(reminder.number());
                if (reminder.comesAgain()) {
                    shelf.put(key, reminder.next(now, time.getZone()).written());
                } else {
                    shelf.remove(key);
                }
            }
            return due;
        }
    }

    /** Padded, so that the keys are in the order of the numbers. */
    private static String key(int number) {
        return PREFIX + "%09d".formatted(number);
    }
}
