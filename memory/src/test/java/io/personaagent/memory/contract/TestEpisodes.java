package io.personaagent.memory.contract;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Episodes for tests; the same each time. */
public final class TestEpisodes {

    public static final UserId ADA = new UserId("ada");
    public static final UserId BOB = new UserId("bob");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private TestEpisodes() {}

    /** Something the person said in the session {@code s1} at noon. */
    public static Episode said(String id, String query) {
        return inSession("s1", id, query);
    }

    /** Something the person said in a session. */
    public static Episode inSession(String session, String id, String query) {
        return new Episode(
                new EpisodeId(id), new Occasion(session, NOON, NOON), Exchange.said("", query), Provenance.CHAT);
    }

    /** Something the person said at some time. */
    public static Episode happened(String id, Instant when) {
        return new Episode(
                new EpisodeId(id), new Occasion("s1", when, when), Exchange.said("", "Number " + id), Provenance.CHAT);
    }

    /** The same episode, recorded later. */
    public static Episode recordedLater(Episode episode) {
        Occasion later = new Occasion(
                episode.occasion().session(),
                episode.occasion().happened(),
                episode.occasion().recorded().plusSeconds(60));
        return new Episode(episode.id(), later, episode.exchange(), episode.provenance(), episode.feedback());
    }

    /** Episodes {@code PREFIX-0}, {@code PREFIX-1} and so on. */
    public static List<Episode> several(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> said(prefix + "-" + i, "This is number %d.".formatted(i)))
                .toList();
    }

    /** An episode that uses every field there is, with scripts of several kinds and feedback that came with it. */
    public static Episode full(String id) {
        List<Action> actions = List.of(
                new Action(
                        "clock_now",
                        "{\"zone\":\"Asia/Shanghai\"}",
                        ToolResult.done("20:00 \u4e0a\u6d77"),
                        Duration.ofMillis(12),
                        "policy"),
                new Action(
                        "wiki_search",
                        "{}",
                        ToolResult.failed(Fault.WORLD, "no network \uD83D\uDE22"),
                        Duration.ofSeconds(30),
                        "nobody"));
        return new Episode(
                new EpisodeId(id),
                new Occasion("session \u0627\u0644\u0623\u0648\u0644\u0649", NOON.minusSeconds(86_400), NOON),
                new Exchange("Zo\u00eb", "\u4eca\u5929\u51e0\u70b9\uff1f\n\"quoted\" \\ \t", actions, "Es ist 20 Uhr."),
                new Provenance(Origin.IMPORT, Trust.UNTRUSTED, Sensitivity.HEALTH, Set.of("b", "a", "\u00e9t\u00e9")),
                List.of(Feedback.bad(NOON), Feedback.corrected("Es ist 21 Uhr.", NOON.plusMillis(1))));
    }
}
