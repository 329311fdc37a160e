package io.personaagent.app.show;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.persona.Loss;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaDiff;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Refusal;
import io.personaagent.persona.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A persona and its history for a person to read. */
public final class PersonaWords {

    private final Words words;

    public PersonaWords(Words words) {
        this.words = requireNonNull(words, "words");
    }

    /** A version in one line. */
    public String line(PersonaVersion version) {
        return "%4d  %s  %s: %s"
                .formatted(
                        version.number(),
                        words.time(version.created()),
                        Json.word(version.origin()).replace('_', ' '),
                        version.reason());
    }

    /** A proposal that was refused, in one line. */
    public String line(Refusal refusal) {
        return "      refused %s: %s"
                .formatted(words.time(refusal.refused()), refusal.cause().reason());
    }

    /** What changed, a line for each statement, and nothing where nothing did. */
    public List<String> lines(PersonaDiff diff) {
        return Stream.concat(
                        diff.removed().stream().map(statement -> "- " + of(statement)),
                        diff.added().stream().map(statement -> "+ " + of(statement)))
                .toList();
    }

    /** What a version has lost, and nothing where it lost nothing. */
    public List<String> lines(Loss loss) {
        return loss.equals(Loss.NONE) ? List.of() : List.of("! since then " + loss.words());
    }

    /** A statement with what it says, in one line. */
    public String of(Statement statement) {
        List<String> more = new ArrayList<>();
        more.add(Json.word(statement.kind()).replace('_', ' '));
        if (statement.polarity() != Statement.Polarity.NEUTRAL) {
            more.add(String.format(Locale.ROOT, "%s %.2f", Json.word(statement.polarity()), statement.strength()));
        }
        if (statement.pinned()) {
            more.add("pinned");
        }
        String evidence =
                statement.support().evidence().stream().map(Object::toString).collect(Collectors.joining(", "));
        if (!evidence.isEmpty()) {
            more.add("from " + evidence);
        }
        return "[%s] %s (%s)".formatted(statement.id(), statement.text(), String.join(", ", more));
    }

    /**
     * Why a statement is there.
     *
     * @param since the version in which it came to have its text
     * @param episodes what it rests on
     */
    public List<String> why(Statement statement, PersonaVersion since, List<Episode> episodes) {
        List<String> lines = new ArrayList<>();
        lines.add(of(statement));
        lines.add("so since version %d, %s (%s: %s)"
                .formatted(
                        since.number(),
                        words.time(since.created()),
                        Json.word(since.origin()).replace('_', ' '),
                        since.reason()));
        lines.add(String.format(
                Locale.ROOT,
                "confidence %.2f, first stated %s, last confirmed %s",
                statement.support().confidence(),
                words.time(statement.support().created()),
                words.time(statement.support().confirmed())));
        lines.add(episodes.isEmpty() ? "rests on no episode: it was written by hand" : "rests on:");
        episodes.forEach(episode -> lines.add("  " + words.line(episode)));
        return lines;
    }

    /** Why a version is there: its reason, what it changed, and what that rests on. */
    public List<String> why(PersonaVersion version, Persona before, EpisodeReader episodes) {
        List<String> lines = new ArrayList<>();
        lines.add(line(version).strip());
        PersonaDiff diff = PersonaDiff.between(before, version.persona());
        lines(diff).forEach(line -> lines.add("  " + line));
        Set<EpisodeId> evidence = new TreeSet<>(version.cause().evidence());
        diff.added().forEach(statement -> evidence.addAll(statement.support().evidence()));
        List<Episode> left = evidence.stream()
                .flatMap(episode -> episodes.find(episode).stream())
                .toList();
        lines.add(left.isEmpty() ? "rests on no episode" : "rests on:");
        left.forEach(episode -> lines.add("  " + words.line(episode)));
        return lines;
    }
}
