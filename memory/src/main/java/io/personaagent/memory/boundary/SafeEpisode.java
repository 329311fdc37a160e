package io.personaagent.memory.boundary;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.tools.ToolResult;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An episode without secrets: in what was said, what tools were given and what they answered, in the reply and in the feedback. What was
 * a secret in one place is one in the others. The id stays.
 */
public final class SafeEpisode {

    /** Arguments that hold a secret by their name. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)(?:.*[_-])?(?:password|passwd|passcode|pwd|passphrase|api_?key|secret|cvv|cvc|pin)");

    private final Traces traces = new Traces();

    private SafeEpisode() {}

    /** The episode as it may be kept. */
    public static Redacted<Episode> of(Episode episode) {
        SafeEpisode safe = new SafeEpisode();
        Episode kept = safe.wiped(safe.redacted(episode));
        return new Redacted<>(kept, safe.traces.removed());
    }

    /** What was said and done, as it may be kept. */
    public static Redacted<Exchange> of(Exchange exchange) {
        SafeEpisode safe = new SafeEpisode();
        Exchange kept = safe.wiped(safe.redacted(exchange));
        return new Redacted<>(kept, safe.traces.removed());
    }

    /** The feedback as it may be kept. */
    public static Redacted<Feedback> of(Feedback feedback) {
        Redacted<String> text = Redactor.redact(feedback.text());
        return new Redacted<>(new Feedback(feedback.verdict(), text.kept(), feedback.given()), text.removed());
    }

    /** A JSON text that is kept beside an episode, without what is a secret in either of them. */
    public static String beside(Episode episode, String json) {
        SafeEpisode safe = new SafeEpisode();
        safe.redacted(episode);
        String redacted = JsonWords.replaced(json, safe::argument);
        return safe.traces.removed().isEmpty()
                ? redacted
                : JsonWords.replaced(redacted, (name, value) -> safe.traces.wipe(value));
    }

    private Episode redacted(Episode episode) {
        return new Episode(
                episode.id(),
                new Occasion(
                        text(episode.occasion().session()),
                        episode.occasion().happened(),
                        episode.occasion().recorded()),
                redacted(episode.exchange()),
                tagged(episode.provenance()),
                episode.feedback().stream()
                        .map(each -> new Feedback(each.verdict(), text(each.text()), each.given()))
                        .toList());
    }

    private Provenance tagged(Provenance provenance) {
        Set<String> tags = new TreeSet<>();
        provenance.tags().forEach(tag -> tags.add(text(tag)));
        return new Provenance(provenance.origin(), provenance.trust(), provenance.sensitivity(), tags);
    }

    private Exchange redacted(Exchange exchange) {
        return new Exchange(
                text(exchange.speaker()),
                text(exchange.query()),
                exchange.actions().stream().map(this::redacted).toList(),
                text(exchange.reply()));
    }

    private Action redacted(Action action) {
        ToolResult outcome = action.outcome()
                .fold(
                        done -> ToolResult.done(text(done.text())),
                        failed -> ToolResult.failed(failed.fault(), text(failed.message())));
        return new Action(
                action.tool(),
                JsonWords.replaced(action.arguments(), this::argument),
                outcome,
                action.took(),
                action.approvedBy());
    }

    private Episode wiped(Episode episode) {
        return new Episode(
                episode.id(),
                episode.occasion(),
                wiped(episode.exchange()),
                episode.provenance(),
                episode.feedback().stream()
                        .map(each -> new Feedback(each.verdict(), traces.wipe(each.text()), each.given()))
                        .toList());
    }

    private Exchange wiped(Exchange exchange) {
        return new Exchange(
                exchange.speaker(),
                traces.wipe(exchange.query()),
                exchange.actions().stream().map(this::wiped).toList(),
                traces.wipe(exchange.reply()));
    }

    private Action wiped(Action action) {
        ToolResult outcome = action.outcome()
                .fold(
                        done -> ToolResult.done(traces.wipe(done.text())),
                        failed -> ToolResult.failed(failed.fault(), traces.wipe(failed.message())));
        return new Action(
                action.tool(),
                JsonWords.replaced(action.arguments(), (name, value) -> traces.wipe(value)),
                outcome,
                action.took(),
                action.approvedBy());
    }

    private String text(String text) {
        return Redactor.redact(text, traces);
    }

    private String argument(String name, String value) {
        boolean hidden = value.length() >= 3
                && !value.startsWith(Find.MARK)
                && SECRET_NAME.matcher(name).matches();
        if (!hidden) {
            return text(value);
        }
        Find all = new Find(0, value.length(), Secret.PASSWORD);
        traces.note(value, all);
        return all.marker();
    }
}
