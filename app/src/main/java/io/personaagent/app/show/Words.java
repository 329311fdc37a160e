package io.personaagent.app.show;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Trace;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.tools.ToolResult;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How things are shown to a person on a terminal, in their time zone. */
public final class Words {

    private static final int WIDTH = 100;

    private final DateTimeFormatter time;

    public Words(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(requireNonNull(zone, "zone"));
    }

    /** A recollection with what each channel gave to it. */
    public String of(Recollection recollection) {
        return "%s%n    %s%n    from %s"
                .formatted(
                        line(recollection),
                        of(recollection.score()),
                        recollection.source().evidence().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
    }

    /** What was recalled, by whom and when, in one line. */
    public String line(Recollection recollection) {
        String who = recollection.source().speaker().isEmpty()
                ? "you"
                : recollection.source().speaker();
        return "%s  %s %s: \"%s\""
                .formatted(
                        time.format(recollection.source().when()),
                        who,
                        verb(recollection),
                        shortened(recollection.text()));
    }

    /** An episode on one line. */
    public String line(Episode episode) {
        String who =
                episode.exchange().speaker().isEmpty() ? "" : episode.exchange().speaker() + ": ";
        return "%s  %s  %s%s%s"
                .formatted(
                        episode.id(),
                        time(episode.occasion().happened()),
                        care(episode).map("[%s] "::formatted).orElse(""),
                        who,
                        shortened(episode.exchange().query()));
    }

    /** An episode with all that belongs to it. */
    public String of(Episode episode) {
        StringBuilder text = new StringBuilder();
        text.append("%s, %s".formatted(episode.id(), time(episode.occasion().happened())));
        if (!episode.occasion().session().isEmpty()) {
            text.append(", session ").append(episode.occasion().session());
        }
        care(episode).ifPresent(found -> text.append(", ").append(found));
        text.append("%n%s: %s"
                .formatted(
                        episode.exchange().speaker().isEmpty()
                                ? "you"
                                : episode.exchange().speaker(),
                        episode.exchange().query()));
        episode.exchange().actions().forEach(action -> text.append("%n  ".formatted())
                .append(of(action)));
        if (!episode.exchange().reply().isEmpty()) {
            text.append("%nagent: %s".formatted(episode.exchange().reply()));
        }
        episode.feedback().forEach(feedback -> text.append("%n%s: %s".formatted(time(feedback.given()), of(feedback))));
        return text.toString();
    }

    /** Why an answer is what it is. */
    public String of(Trace trace) {
        return new TraceWords(this, trace).told();
    }

    /** A tool call and what came of it. */
    public String of(Observation observation) {
        return call(
                observation.call().tool() + observation.call().arguments(),
                observation.took().toMillis(),
                observation.approvedBy(),
                observation.result());
    }

    public String time(Instant instant) {
        return time.format(instant);
    }

    /** The beginning of a text, on one line. */
    public static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= WIDTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDTH - 3)) + "...";
    }

    /** The class of an episode that needs care. */
    private static Optional<String> care(Episode episode) {
        return Optional.of(episode.provenance().sensitivity())
                .filter(found -> found != Sensitivity.ORDINARY)
                .map(Json::word);
    }

    private static String of(Action action) {
        return call(
                action.tool() + action.arguments(), action.took().toMillis(), action.approvedBy(), action.outcome());
    }

    private static String call(String call, long millis, String approvedBy, ToolResult result) {
        return "%s -> %s (%d ms, approved by %s)"
                .formatted(
                        call,
                        shortened(result.fold(ToolResult.Done::text, failed -> "failed: " + failed.message())),
                        millis,
                        approvedBy);
    }

    private static String of(Feedback feedback) {
        return switch (feedback.verdict()) {
            case GOOD -> "you said that this was right";
            case BAD -> "you said that this was wrong";
            case CORRECTED -> "you corrected it: " + feedback.text();
        };
    }

    /** What a channel did not give is not shown. */
    private static String of(Score score) {
        String parts = score.parts().stream()
                .filter(part -> part.rank() > 0 || part.value() != 0)
                .map(Words::of)
                .collect(Collectors.joining("  "));
        return "score %s  %s".formatted(number(score.total()), parts).strip();
    }

    private static String of(Score.Part part) {
        String shown = "%s %s".formatted(part.channel(), number(part.value()));
        return part.rank() > 0 ? "%s (#%d)".formatted(shown, part.rank()) : shown;
    }

    /** A score of a lexical channel may be very small without being nothing. */
    private static String number(double value) {
        boolean tiny = value != 0 && Math.abs(value) < 0.001;
        return String.format(Locale.ROOT, tiny ? "%.1e" : "%.3f", value);
    }

    private static String verb(Recollection recollection) {
        return switch (recollection.source().kind()) {
            case STATEMENT -> "said";
            case QUESTION -> "asked";
            case CORRECTION -> "corrected";
            case DERIVED -> "(derived)";
        };
    }
}
