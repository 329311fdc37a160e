package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Persona;
import io.personaagent.tools.ToolSpec;
import java.time.Instant;
import java.util.List;

/** Situations for tests; now is noon of 21 November 2026, UTC. */
public final class Situations {

    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Situations() {}

    public static Situation of(
            String message, List<Recollection> recalled, List<Episode> conversation, List<ToolSpec> tools) {
        Background background = new Background(new Persona(1, "rules", List.of()), recalled, conversation);
        return Situation.of(new Message("today", message, NOW), background, tools);
    }

    /** What the person said themself, in the episode of this id. */
    public static Source source(Source.Kind kind, String id, String when) {
        return new Source(kind, "", Instant.parse(when), List.of(new EpisodeId(id)));
    }

    /** Something recalled of which memory is this sure. */
    public static Recollection recalled(Source source, String text, double confidence) {
        Score score = new Score(1, List.of(new Score.Part(Findings.CONFIDENCE, confidence, 0)));
        return new Recollection(text, source, score, Sensitivity.ORDINARY, Trust.TRUSTED);
    }

    /** What was said in this session, and what was answered. */
    public static Episode said(String id, String query, String reply) {
        Instant then = NOW.minusSeconds(120);
        return new Episode(
                new EpisodeId(id),
                new Occasion("today", then, then),
                new Exchange("", query, List.of(), reply),
                Provenance.CHAT);
    }
}
