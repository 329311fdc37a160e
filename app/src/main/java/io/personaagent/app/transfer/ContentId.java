package io.personaagent.app.transfer;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** An id made of what an episode says and when: the same line gives the same id, however often it is read. */
final class ContentId {

    private ContentId() {}

    static EpisodeId of(Exchange exchange, Occasion occasion) {
        // No text of an episode has a NUL, so that no two contents join to the same.
        String content = String.join(
                "\u0000",
                occasion.session(),
                occasion.happened().toString(),
                exchange.speaker(),
                exchange.query(),
                exchange.actions().stream().map(ContentId::text).collect(Collectors.joining("\u0000")),
                exchange.reply());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new EpisodeId("import-" + HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Action action) {
        return action.outcome()
                .fold(
                        done -> String.join("\u0000", action.tool(), action.arguments(), "done", done.text()),
                        failed -> String.join("\u0000", action.tool(), action.arguments(), "failed", failed.message()));
    }
}
