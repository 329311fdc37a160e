package io.personaagent.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.HttpException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** What a failure to get an answer means for the person, and what they can do about it. */
final class Failures {

    private static final String WAY_OUT = ". PersonaAgent can go on without a model: use --planner reflex";
    private static final int LONGEST_EXCERPT = 200;

    private Failures() {}

    /** Whether it failed because this thread was interrupted; uses the interrupt up. */
    static boolean isInterrupt(Throwable failure) {
        boolean interrupted = Thread.interrupted();
        return interrupted
                || find(failure, InterruptedException.class).isPresent()
                || find(failure, CancellationException.class).isPresent();
    }

    /** Whether a stream that failed before its first word may be a server that cannot stream. */
    static boolean mayAnswerInOnePiece(Throwable failure) {
        Optional<Integer> status = find(failure, HttpException.class).map(HttpException::statusCode);
        if (status.isPresent()) {
            return !RefusedException.isForNow(status.get())
                    && !Set.of(401, 403, 404).contains(status.get());
        }
        return !isUnreachable(failure)
                && !isLate(failure)
                && find(failure, ResetException.class).isEmpty();
    }

    static String brokenOff(Endpoint endpoint) {
        return "the model '%s' broke off; what you heard of its answer is incomplete; ask again"
                .formatted(endpoint.model());
    }

    /** Why, without what one could do about it instead. */
    static String reason(ModelException failure) {
        return String.valueOf(failure.getMessage()).replace(WAY_OUT, "");
    }

    static String explain(Throwable failure, Endpoint endpoint, Duration patience) {
        return find(failure, HttpException.class)
                        .map(refusal -> refused(refusal, endpoint))
                        .orElseGet(() -> broken(failure, endpoint, patience))
                + WAY_OUT;
    }

    private static String refused(HttpException refusal, Endpoint endpoint) {
        int status = refusal.statusCode();
        String server = "the model server at " + endpoint.address();
        return switch (status) {
            case 401, 403 -> server + keyRefused(status, endpoint);
            case 404 ->
                "%s does not know the model '%s', or is no model server (404); check %s.name and %s.base_url"
                        .formatted(server, endpoint.model(), endpoint.table(), endpoint.table());
            case 408, 504 -> "%s ran out of time (%d); try again later".formatted(server, status);
            case 429 ->
                server + " has had too many requests (429); wait a little and ask again, or look at your quota there";
            default ->
                "%s %s (%d)%s; %s"
                        .formatted(
                                server,
                                status >= 500 ? "failed" : "did not accept the request",
                                status,
                                excerpt(String.valueOf(refusal.getMessage())),
                                status >= 500 ? "try again later" : "check the settings under " + endpoint.table());
        };
    }

    private static String keyRefused(int status, Endpoint endpoint) {
        return endpoint.keyVariable().isEmpty()
                ? " wants a key (%d); put it into an environment variable and name that variable in %s.api_key_env"
                        .formatted(status, endpoint.table())
                : " does not accept the key (%d); check the environment variable %s"
                        .formatted(status, endpoint.keyVariable());
    }

    private static String broken(Throwable failure, Endpoint endpoint, Duration patience) {
        String server = "the model server at " + endpoint.address();
        String table = endpoint.table();
        Optional<LateException> late = find(failure, LateException.class);
        if (late.isPresent()) {
            return server + late(late.get(), table);
        }
        if (isUnreachable(failure)) {
            return "%s cannot be reached; start it, or check %s.base_url and the network".formatted(server, table);
        }
        if (isLate(failure)) {
            return server + late(new LateException(LateException.Limit.TOTAL, patience), table);
        }
        if (find(failure, BoundedBody.OversizedException.class).isPresent()) {
            return "%s answered more than anybody would read; check that %s.base_url is a model server"
                    .formatted(server, table);
        }
        if (find(failure, JsonProcessingException.class).isPresent()) {
            return "%s answered something that is not a model's answer; check %s.provider and %s.base_url"
                    .formatted(server, table, table);
        }
        if (find(failure, IOException.class).isPresent()) {
            return server + " broke the connection before it had answered; try again";
        }
        return "%s gave no answer that can be read; check %s.provider and %s.base_url".formatted(server, table, table);
    }

    private static String late(LateException late, String table) {
        String allowed = spoken(late.allowed());
        return switch (late.limit()) {
            case CONNECT ->
                " cannot be reached within %s; start it, or check %s.base_url and the network, or raise %s.connect_seconds"
                        .formatted(allowed, table, table);
            case FIRST_BYTE ->
                " did not begin to answer within %s; try again, or raise %s.first_byte_seconds"
                        .formatted(allowed, table);
            case IDLE ->
                " was silent for %s amid its answer; try again, or raise %s.idle_seconds".formatted(allowed, table);
            case TOTAL -> " did not answer within %s; try again, or raise %s.timeout_seconds".formatted(allowed, table);
            case TURN ->
                " did not answer in the %s that were left of the turn; try again, or raise turn.max_seconds"
                        .formatted(allowed);
        };
    }

    static boolean isUnreachable(Throwable failure) {
        return find(failure, ConnectException.class).isPresent()
                || find(failure, UnresolvedAddressException.class).isPresent()
                || find(failure, UnknownHostException.class).isPresent()
                || find(failure, HttpConnectTimeoutException.class).isPresent()
                || find(failure, LateException.class)
                        .filter(late -> late.limit() == LateException.Limit.CONNECT)
                        .isPresent();
    }

    static boolean isLate(Throwable failure) {
        return find(failure, HttpTimeoutException.class).isPresent()
                || find(failure, TimeoutException.class).isPresent()
                || find(failure, dev.langchain4j.exception.TimeoutException.class)
                        .isPresent();
    }

    static String spoken(Duration patience) {
        return patience.toMillis() < 1000 ? patience.toMillis() + " ms" : patience.toSeconds() + " s";
    }

    static String excerpt(String body) {
        String line =
                body.replaceAll("<[^<>]*>", " ").replaceAll("[\\s\\p{C}]+", " ").strip();
        if (line.isEmpty()) {
            return "";
        }
        return ": " + (line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "...");
    }

    static <T> Optional<T> find(Throwable failure, Class<T> type) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
