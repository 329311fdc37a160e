package io.personaagent.core.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands LangChain4j's models the one guarded client, whose times come from our settings and not from a model's own. */
final class GuardedHttpClientBuilder implements HttpClientBuilder {

    private final HttpClient client;
    private final ModelSettings.Timeouts timeouts;

    GuardedHttpClientBuilder(ModelSettings.Timeouts timeouts, Retrying retrying, Within within) {
        this.client = new GuardedHttpClient(timeouts, retrying, within);
        this.timeouts = timeouts;
    }

    @Override
    public Duration connectTimeout() {
        return timeouts.connect();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return timeouts.total();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}
