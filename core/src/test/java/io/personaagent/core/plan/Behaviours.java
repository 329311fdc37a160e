package io.personaagent.core.plan;

import static io.personaagent.core.contract.StubFaults.delta;
import static io.personaagent.core.contract.StubFaults.end;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.contract.StubFaults;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.contract.StubReply.Call;
import io.personaagent.core.model.ModelSettings.Timeouts;
import io.personaagent.core.plan.Behaviour.End;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a model's endpoint can do, and what is to come of it. */
final class Behaviours {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofSeconds(30);
    static final Timeouts USUAL = new Timeouts(LATE, LATE, LATE, LATE);
    private static final Timeouts BEGIN_SOON = new Timeouts(SOON, SOON, LATE, SOON.multipliedBy(2));
    private static final Timeouts GO_ON_SOON = new Timeouts(LATE, LATE, SOON, LATE);
    private static final Timeouts END_SOON = new Timeouts(SOON, LATE, LATE, SOON);
    static final String BROKE_OFF = "fails the model 'stub' broke off; what you heard of its answer is incomplete";
    static final String BROKEN = "fails SERVER broke the connection before it had answered; try again";
    private static final String NO_ANSWER = "fails SERVER answered something that is not a model's answer";

    private static final StubReply NOW = StubReply.text("now");
    private static final String TWO = "data: %s\n\ndata: %s\n\n".formatted(delta("You like "), delta("茶"));

    private static final List<Behaviour> REFUSALS = List.of(
            Behaviour.both("429 with Retry-After in seconds", new End("answers now", 2), busy("0"), NOW),
            Behaviour.both(
                    "429 with Retry-After as a date",
                    new End("answers now", 2),
                    busy("Wed, 4 Mar 2026 05:06:07 GMT"),
                    NOW),
            Behaviour.both(
                    "429 without Retry-After",
                    new End("answers now", 3),
                    StubReply.status(429, "application/json", "{}"),
                    StubReply.status(429, "application/json", "{}"),
                    NOW),
            Behaviour.both(
                    "429 with Retry-After 999999",
                    new End("fails SERVER has had too many requests (429)", 1),
                    busy("999999"),
                    NOW),
            Behaviour.both(
                    "500",
                    new End("fails SERVER failed (500): no; try again later", 3),
                    StubReply.status(500, "text/plain", "no")),
            Behaviour.both(
                    "502 with a page",
                    new End("fails SERVER failed (502): Bad Gateway; try again later", 3),
                    StubReply.status(502, "text/html", "<html><h1>Bad Gateway</h1></html>")),
            Behaviour.both("503 once", new End("answers now", 2), StubReply.status(503, "text/plain", "starting"), NOW),
            Behaviour.both(
                    "401",
                    new End("fails SERVER wants a key (401)", 1),
                    StubReply.status(401, "application/json", "{}")),
            Behaviour.of(
                    "a redirect to 169.254.169.254",
                    new End("fails SERVER did not accept the request (302)", 1),
                    new End("fails SERVER did not accept the request (302)", 2),
                    StubReply.status(302, "text/plain", "", "Location", "http://169.254.169.254/latest")));

    private static final List<Behaviour> GARBAGE = List.of(
            Behaviour.of(
                    "200 without a body",
                    new End(NO_ANSWER, 1),
                    new End(NO_ANSWER, 2),
                    StubReply.status(200, "application/json", "")),
            Behaviour.of(
                    "invalid JSON",
                    new End(NO_ANSWER, 1),
                    new End(NO_ANSWER, 2),
                    StubReply.status(200, "application/json", "garbage")),
            Behaviour.of(
                    "truncated JSON",
                    new End(NO_ANSWER, 1),
                    new End(NO_ANSWER, 2),
                    StubReply.status(200, "application/json", "{\"choices\":[{\"message\":{\"content\":\"You")),
            Behaviour.of(
                    "a page instead of an answer",
                    new End(NO_ANSWER, 1),
                    new End(NO_ANSWER, 2),
                    StubReply.status(200, "text/html", "<html>Welcome</html>")),
            Behaviour.both(
                    "an answer as the wrong content type",
                    new End("answers You like", 1),
                    (exchange, streamed) -> StubReply.status(
                                    200,
                                    "text/plain",
                                    streamed
                                            ? "data: %s\n\ndata: %s\n\ndata: [DONE]\n\n"
                                                    .formatted(delta("You like"), end("stop"))
                                            : "{\"choices\":[{\"message\":{\"content\":\"You like\"},\"finish_reason\":\"stop\"}]}")
                            .send(exchange, streamed)),
            Behaviour.of(
                    "a body of 50 MB",
                    new End("fails SERVER answered more than anybody would read", 1),
                    new End("fails SERVER answered more than anybody would read", 2),
                    StubReply.huge(50L * 1024 * 1024)));

    private static final List<Behaviour> STREAMS = List.of(
            Behaviour.of(
                    "cut before the first token",
                    new End(BROKEN, 1),
                    new End("answers now", 2),
                    StubFaults.cut("", 0),
                    StubReply.text("now")),
            Behaviour.of("cut amid a token", new End(BROKEN, 1), new End(BROKE_OFF, 1), StubFaults.cut(TWO, 40)),
            Behaviour.of(
                    "cut amid a character",
                    new End(BROKEN, 1),
                    new End(BROKE_OFF, 1),
                    StubFaults.cut(TWO, "\"},\"finish_reason\":null}]}\n\n".length() + 1)),
            Behaviour.both(
                    "no [DONE] after the end",
                    new End("answers You like", 1),
                    either("You like", StubReply.stream(delta("You like"), end("stop")))),
            Behaviour.of(
                    "neither [DONE] nor an end",
                    new End("answers You like", 1),
                    new End(BROKE_OFF, 1),
                    either("You like", StubReply.stream(delta("You like")))),
            Behaviour.both(
                    "a chunk twice, which nobody can tell from a repetition",
                    new End("answers You You like", 1),
                    either(
                            "You You like",
                            StubReply.stream(delta("You "), delta("You "), delta("like"), end("stop"), "[DONE]"))),
            Behaviour.of(
                    "an endless answer",
                    new End("fails SERVER answered more than anybody would read", 1),
                    new End(BROKE_OFF, 1),
                    StubFaults.endless()));

    private static final List<Behaviour> SILENCES = List.of(
            Behaviour.both(
                            "a byte now and then",
                            new End(
                                    "fails SERVER did not answer within 300 ms; try again, or raise model.timeout_seconds",
                                    1),
                            StubFaults.drip())
                    .within(END_SOON),
            Behaviour.of(
                            "nothing at all",
                            new End(
                                    "fails SERVER did not answer within 600 ms; try again, or raise model.timeout_seconds",
                                    1),
                            new End(
                                    "fails SERVER did not begin to answer within 300 ms; try again, or raise model.first_byte_seconds",
                                    1),
                            StubReply.hang(new CountDownLatch(1)))
                    .within(BEGIN_SOON),
            Behaviour.of(
                            "silence amid an answer",
                            new End(
                                    "fails SERVER was silent for 300 ms amid its answer; try again, or raise model.idle_seconds",
                                    1),
                            new End(BROKE_OFF, 1),
                            StubFaults.hangAmid("You like "))
                    .within(GO_ON_SOON),
            Behaviour.both("a connection that is closed without a word", new End(BROKEN, 3), StubReply.reset()),
            Behaviour.both(
                    "a connection that is never closed", new End("answers You like 茶", 1), StubFaults.neverClosed()));

    private Behaviours() {}

    static Stream<Behaviour> all() {
        return Stream.of(REFUSALS, GARBAGE, STREAMS, SILENCES, calls(), details())
                .flatMap(List::stream);
    }

    private static List<Behaviour> calls() {
        StubReply broken = StubReply.calls(new Call("c1", "web", "{\"q\": \"mil"));
        StubReply thousand = StubReply.calls(IntStream.range(0, 1000)
                .mapToObj(number -> new Call("c" + number, "web", "{\"q\":\"%d\"}".formatted(number)))
                .toArray(Call[]::new));
        return List.of(
                Behaviour.both(
                        "arguments that are no JSON, once", new End("answers now", 2), broken, StubReply.text("now")),
                Behaviour.both(
                        "arguments that are no JSON",
                        new End("fails the model 'stub' asked for a call that cannot be read", 2),
                        broken),
                Behaviour.both(
                        "a tool that nobody offered",
                        new End("calls c1 format_disk", 1),
                        StubReply.calls(new Call("c1", "format_disk", "{}"))),
                Behaviour.both(
                        "two calls of one id",
                        new End("calls c1 web, call-1-1 post", 1),
                        StubReply.calls(new Call("c1", "web", "{}"), new Call("c1", "post", "{}"))),
                Behaviour.both("1,000 calls at once, once", new End("answers now", 2), thousand, StubReply.text("now")),
                Behaviour.both(
                        "1,000 calls at once",
                        new End("fails the model 'stub' asked for 1,000 calls at once; 16 are allowed", 2),
                        thousand));
    }

    private static List<Behaviour> details() {
        ObjectNode nothing = new ObjectMapper().createObjectNode().putNull("content");
        ObjectNode half = new ObjectMapper().createObjectNode().put("content", "You like");
        return List.of(
                Behaviour.both(
                        "an answer that reached its longest length",
                        new End("answers You like" + ReplyReader.CUT_OFF, 1),
                        StubReply.message(half, "length")),
                Behaviour.both(
                        "an answer that a filter cut off",
                        new End("answers You like" + ReplyReader.FILTERED, 1),
                        StubReply.message(half, "content_filter")),
                Behaviour.of(
                        "an answer that ends for no reason",
                        new End("answers You like" + ReplyReader.UNSURE, 1),
                        new End(BROKE_OFF, 1),
                        StubReply.message(half, "")),
                Behaviour.both(
                        "calls that reached the longest length",
                        new End(
                                "fails the model 'stub' reached its output limit amid its calls; raise model.max_output_tokens",
                                2),
                        StubReply.calls("length", new Call("c1", "web", "{}"))),
                Behaviour.both(
                        "null as content",
                        new End("fails the model 'stub' answered nothing", 2),
                        StubReply.message(nothing, "stop")),
                Behaviour.both("negative usage", new End("answers You like", 1), usage("-5")),
                Behaviour.both("no usage", new End("answers You like", 1), usage("null")));
    }

    private static StubReply busy(String retryAfter) {
        return StubReply.status(429, "application/json", "{}", "Retry-After", retryAfter);
    }

    /** The text in one piece, or else this stream. */
    private static StubReply either(String text, StubReply stream) {
        return (exchange, streamed) -> (streamed ? stream : StubReply.text(text)).send(exchange, streamed);
    }

    private static StubReply usage(String tokens) {
        String usage = "\"usage\":{\"prompt_tokens\":%s,\"completion_tokens\":%s,\"total_tokens\":%s}"
                .formatted(tokens, tokens, tokens);
        StubReply stream =
                StubReply.stream(delta("You like"), end("stop"), "{\"choices\":[],%s}".formatted(usage), "[DONE]");
        StubReply whole = StubReply.status(
                200,
                "application/json",
                "{\"choices\":[{\"message\":{\"content\":\"You like\"},\"finish_reason\":\"stop\"}],%s}"
                        .formatted(usage));
        return (exchange, streamed) -> (streamed ? stream : whole).send(exchange, streamed);
    }
}
