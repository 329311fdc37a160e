package io.personaagent.memory.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes secrets out of a text and leaves a marker in their place, such as {@code [redacted: card ending 1111]}.
 *
 * <p>Deterministic; what it has redacted it leaves as it is; a text without a secret comes out as it went in. Its time grows with the
 * length of the text and no faster, whatever the text. Thread-safe.
 */
public final class Redactor {

    /** One secret that is gone may lay bare another; after so many rounds there is nothing more to find. */
    private static final int MAX_ROUNDS = 8;

    private static final List<Finder> FINDERS = List.of(
            new PrivateKeys(),
            Shapes.WEB_TOKENS,
            Shapes.API_KEYS,
            Shapes.AUTHORIZATION,
            Shapes.CONNECTIONS,
            new Cards(),
            new Ibans(),
            Shapes.CARD_CODES,
            new Codes(),
            new Passwords());

    private Redactor() {}

    /** The text as it may be kept. */
    public static Redacted<String> redact(String text) {
        Traces traces = new Traces();
        String kept = redact(text, traces);
        return new Redacted<>(kept, traces.removed());
    }

    /** A JSON text as it may be kept; each value by itself, so that what comes out is JSON again. */
    public static String redactJson(String json) {
        return JsonWords.replaced(json, (name, text) -> redact(text).kept());
    }

    /** The same, and notes what was removed. */
    static String redact(String text, Traces traces) {
        String kept = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Find> finds = finds(kept);
            if (finds.isEmpty()) {
                return kept;
            }
            kept = without(kept, finds, traces);
        }
        return kept;
    }

    private static String without(String text, List<Find> finds, Traces traces) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        for (Find find : finds) {
            kept.append(text, at, find.start()).append(find.marker());
            traces.note(text.substring(find.start(), find.end()), find);
            at = find.end();
        }
        return kept.append(text, at, text.length()).toString();
    }

    /** In their order, those that overlap as one. */
    private static List<Find> finds(String text) {
        List<Find> all = new ArrayList<>();
        FINDERS.forEach(finder -> finder.find(text, all::add));
        all.sort(Comparator.comparingInt(Find::start).thenComparing(Find::end, Comparator.reverseOrder()));
        List<Find> apart = new ArrayList<>();
        for (Find find : all) {
            int last = apart.size() - 1;
            if (last >= 0 && find.start() < apart.get(last).end()) {
                apart.set(last, apart.get(last).and(find));
            } else {
                apart.add(find);
            }
        }
        return apart;
    }
}
