package io.personaagent.memory.forget;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Planted secrets, each in every place of an episode that can hold text, among episodes that have none. The same for the same seed. */
final class Secrets {

    private static final int BETWEEN = 4;
    private static final List<String> COMMON =
            List.of("tea", "coffee", "harbour", "garden", "Tuesday", "because", "sister", "guitar", "weather", "remember");

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();

    Secrets(int number, long seed) {
        random = new Random(seed);
        for (int at = 0; at < number; at++) {
            for (int between = 0; between < BETWEEN; between++) {
                episodes.add(plain(at * BETWEEN + between));
            }
            String word = made(() -> (char) ('a' + random.nextInt(26)), 14);
            words.add(word);
            episodes.add(secret(at, word));
        }
    }

    /** Words that nobody else says; each is in one episode. */
    List<String> words() {
        return words;
    }

    List<Episode> episodes() {
        return episodes;
    }

    static EpisodeId id(int secret) {
        return new EpisodeId("secret-" + secret);
    }

    /** Something said by which a secret comes out when it is read. */
    String said(int secret) {
        return sentence() + " Quark" + words.get(secret) + ". " + sentence();
    }

    private Episode secret(int at, String word) {
        Exchange exchange = new Exchange(
                "",
                sentence() + " Quark" + word + ". " + sentence(),
                List.of(new Action(
                        "lookup",
                        "{\"about\":\"args " + word + "\"}",
                        ToolResult.done("output \"" + word + "\"\nand more"),
                        Duration.ofMillis(5),
                        "policy")),
                "You said " + word + ".");
        Episode episode = new Episode(id(at), occasion(at), exchange, Provenance.CHAT);
        return episode.with(Feedback.corrected("No, " + word + "!", TestEpisodes.NOON));
    }

    private Episode plain(int number) {
        return new Episode(
                new EpisodeId("plain-" + number),
                occasion(number / BETWEEN),
                Exchange.said("", sentence() + " " + made(() -> (char) ('a' + random.nextInt(26)), 12)),
                Provenance.CHAT);
    }

    private Occasion occasion(int session) {
        return new Occasion("session-" + session / 3, TestEpisodes.NOON, TestEpisodes.NOON);
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder();
        for (int words = 4 + random.nextInt(20); words > 0; words--) {
            sentence.append(COMMON.get(random.nextInt(COMMON.size()))).append(' ');
        }
        return sentence.toString().strip();
    }

    private static String made(Supplier<Character> letter, int length) {
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < length; at++) {
            word.append(letter.get());
        }
        return word.toString();
    }
}
