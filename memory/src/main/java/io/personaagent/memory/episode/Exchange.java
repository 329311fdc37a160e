package io.personaagent.memory.episode;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was said and done.
 *
 * @param speaker who said the query; empty when it was the person themself
 * @param query what was said, word for word
 * @param actions the tool calls in the order in which they were asked for
 * @param reply the agent's answer; empty when there was none
 */
public record Exchange(String speaker, String query, List<Action> actions, String reply) {

    public Exchange {
        speaker = Text.clean(requireNonNull(speaker, "speaker"));
        query = Text.clean(requireNonNull(query, "query"));
        actions = List.copyOf(actions);
        reply = Text.clean(requireNonNull(reply, "reply"));
    }

    /** Something that was said, without an answer. */
    public static Exchange said(String speaker, String query) {
        return new Exchange(speaker, query, List.of(), "");
    }
}
