package io.personaagent.core.model;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/** Passes on what a stream says; when it says that it is done, the end of the connection is not waited for. */
record UntilDone(ServerSentEventListener listener, BoundedBody body) implements ServerSentEventListener {

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        listener.onEvent(event, context);
        if (isLast(event)) {
            body.hurry();
        }
    }

    @Override
    public void onError(Throwable error) {
        listener.onError(error);
    }

    @Override
    public void onClose() {
        listener.onClose();
    }

    /** As OpenAI and as Anthropic say it. */
    private static boolean isLast(ServerSentEvent event) {
        return "[DONE]".equals(event.data()) || "message_stop".equals(event.event());
    }
}
