package io.personaagent.persona.align.statistical;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Lesson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Statements of one sort that were counted, known by how their ids begin. */
record Own(Lesson lesson, String prefix) {

    /** An id that is the same for the same matter, and says nothing of it. */
    String id(String matter) {
        return prefix
                + UUID.nameUUIDFromBytes(matter.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 13);
    }

    /** Those that the persona has. */
    List<Statement> there() {
        return lesson.persona().statements().stream()
                .filter(statement -> statement.id().startsWith(prefix))
                .toList();
    }

    /** The more there is for it, the surer. */
    Support support(Collection<EpisodeId> evidence) {
        Instant confirmed = lesson.known().stream()
                .filter(each -> evidence.contains(each.id()))
                .map(each -> each.label().given())
                .max(Comparator.naturalOrder())
                .orElse(lesson.now());
        return new Support(
                (double) evidence.size() / (evidence.size() + 1), Set.copyOf(evidence), lesson.now(), confirmed);
    }

    /**
     * Those of the persona that counting again did not give. One that rests only on what the lesson does not show, since it judges, was not
     * counted again.
     */
    List<Edit.Remove> goneBut(List<Statement> wanted) {
        Set<String> ids = wanted.stream().map(Statement::id).collect(Collectors.toSet());
        Set<EpisodeId> seen = lesson.known().stream().map(Labelled::id).collect(Collectors.toSet());
        return there().stream()
                .filter(statement -> !ids.contains(statement.id()))
                .filter(statement -> statement.support().evidence().stream().anyMatch(seen::contains))
                .map(statement ->
                        new Edit.Remove(statement.id(), statement.support().evidence()))
                .toList();
    }
}
