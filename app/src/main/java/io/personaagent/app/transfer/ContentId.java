package io.personaagent.app.transfer;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An id made of what an episode says and when: the same line gives the same id, however often it is read. */
final class ContentId {

    private ContentId() {}

    static EpisodeId of(Exchange exchange, Occasion occasion) {
        String content = String.join(
                "\n",
                occasion.session(),
                occasion.happened().toString(),
                exchange.speaker(),
                exchange.query(),
                exchange.actions().toString(),
                exchange.reply());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new EpisodeId("import-" + HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
