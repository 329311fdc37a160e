package io.personaagent.app.transfer;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.text.Sha256;
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
        return new EpisodeId("import-" + Sha256.hex(content).substring(0, 24));
    }

    private static String text(Action action) {
        return action.outcome()
                .fold(
                        done -> String.join("\u0000", action.tool(), action.arguments(), "done", done.text()),
                        failed -> String.join("\u0000", action.tool(), action.arguments(), "failed", failed.message()));
    }
}
