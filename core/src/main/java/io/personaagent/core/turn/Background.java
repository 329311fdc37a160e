package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Persona;
import io.personaagent.persona.prototype.Kindred;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known before a turn begins.
 *
 * @param recalled what memory holds about the message, the best first
 * @param conversation the latest episodes of this session, oldest first; none of them is recalled again
 * @param withheld what memory held as well and who decides may not see
 * @param leeway what there is where nothing is known
 */
public record Background(
        Persona persona,
        List<Recollection> recalled,
        List<Episode> conversation,
        List<Withheld> withheld,
        Leeway leeway) {
    public Background {
        requireNonNull(persona, "persona");
        recalled = List.copyOf(recalled);
        conversation = List.copyOf(conversation);
        withheld = List.copyOf(withheld);
        requireNonNull(leeway, "leeway");
    }

    /** With nothing withheld, no guesses and no questions. */
    public Background(Persona persona, List<Recollection> recalled, List<Episode> conversation) {
        this(persona, recalled, conversation, List.of());
    }

    /** With no guesses and no questions. */
    public Background(
            Persona persona, List<Recollection> recalled, List<Episode> conversation, List<Withheld> withheld) {
        this(persona, recalled, conversation, withheld, Leeway.NONE);
    }

    /** What is guessed from people like the person. */
    public Kindred kindred() {
        return leeway.kindred();
    }

    /** How often the person may still be asked in this session what they like. */
    public int questions() {
        return leeway.questions();
    }

    /** The same where the person may be asked so often what they like. */
    public Background asking(int often) {
        return with(new Leeway(kindred(), often));
    }

    /** The same with these guesses. */
    public Background with(Kindred guessed) {
        return with(new Leeway(guessed, questions()));
    }

    /** The same with only some of what was recalled. */
    Background recalling(Predicate<Recollection> wanted) {
        return new Background(persona, recalled.stream().filter(wanted).toList(), conversation, withheld, leeway);
    }

    private Background with(Leeway other) {
        return new Background(persona, recalled, conversation, withheld, other);
    }
}
