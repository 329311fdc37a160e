package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes ids for new episodes: the time, for the eye and the order, and five random letters, against doubles. Thread-safe if chance is. */
public final class EpisodeIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Without vowels, so that no words come out, and without what looks like something else. */
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private final Clock clock;
    private final RandomGenerator chance;

    public EpisodeIds(Clock clock, RandomGenerator chance) {
        this.clock = requireNonNull(clock, "clock");
        this.chance = requireNonNull(chance, "chance");
    }

    /** Such as {@code 20261120-093000-k7q2x}. */
    public EpisodeId next() {
        StringBuilder id = new StringBuilder(TIME.format(clock.instant())).append('-');
        for (int i = 0; i < 5; i++) {
            id.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return new EpisodeId(id.toString());
    }
}
