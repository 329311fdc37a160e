package io.personaagent.memory.profile;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.prompt.Prompt;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a chat model sum the lines up, as the paper's f_s(S_t, D). What it says is accepted only where each sentence names the lines that it
 * rests on; a wrong answer is sent back once, then left out and counted. It adds lines of kind {@code summary} and can touch no other.
 */
final class Summaries {

    private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);

    private static final RecordKey STATE = new RecordKey("reflection", "summary");
    private static final String ID = "summary:";
    private static final int MOST_LINES = 60;
    private static final int TOKENS_FOR_THE_ANSWER = 800;
    private static final int CHARACTERS_PER_TOKEN = 3;

    private final MemoryContext context;
    private final ChatModel model;
    private final Prompts prompts;

    Summaries(MemoryContext context, ChatModel model, Prompts prompts) {
        this.context = context;
        this.model = model;
        this.prompts = prompts;
    }

    static boolean isSummary(DerivedRecord record) {
        return record.key().id().startsWith(ID);
    }

    /** Asks, unless nothing has changed since it asked last or the budget does not allow it. */
    void refresh(Budget budget) {
        Map<String, ProfileLine> lines = lines();
        Prompt task = prompts.find("profile-summary");
        Prompt.Filled prompt = task.fill(Map.of("lines", told(lines)));
        String basis = Sha256.hex(task.hash() + prompt.user());
        long cost = (long) (prompt.system().length() + prompt.user().length()) / CHARACTERS_PER_TOKEN
                + TOKENS_FOR_THE_ANSWER;
        if (lines.isEmpty() || budget.modelCalls() < 1 || budget.tokens() < cost || basis.equals(state("basis"))) {
            return;
        }
        boolean mayRepair = budget.modelCalls() > 1 && budget.tokens() >= 2 * cost + TOKENS_FOR_THE_ANSWER;
        Optional<List<SummaryReply.Sentence>> sentences = asked(prompt, lines.keySet(), mayRepair);
        sentences.ifPresentOrElse(found -> keep(found, lines, basis), () -> reject(basis));
    }

    /** The newest lines under short names, which a model copies more reliably. */
    private Map<String, ProfileLine> lines() {
        List<ProfileLine> newest = Reflection.all(context.records(), ProfileLine.KIND).stream()
                .filter(record -> !isSummary(record))
                .map(ProfileLine::of)
                .sorted(Comparator.comparing(ProfileLine::last).reversed().thenComparing(ProfileLine::id))
                .limit(MOST_LINES)
                .toList();
        Map<String, ProfileLine> named = new LinkedHashMap<>();
        newest.forEach(line -> named.put("l" + (named.size() + 1), line));
        return named;
    }

    private static String told(Map<String, ProfileLine> lines) {
        StringBuilder prompt = new StringBuilder();
        lines.forEach((name, line) -> prompt.append(name)
                .append(line.holds() ? ": " : " (replaced): ")
                .append(line.text().replaceAll("\\s+", " "))
                .append(" (said %d times, last on %s)%n"
                        .formatted(line.count(), line.last().toString().substring(0, 10))));
        return prompt.toString().strip();
    }

    private Optional<List<SummaryReply.Sentence>> asked(Prompt.Filled prompt, Set<String> known, boolean mayRepair) {
        List<ChatMessage> messages =
                new ArrayList<>(List.of(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user())));
        String reply = said(messages);
        SummaryReply read = SummaryReply.read(reply, known);
        if (read.problem().isEmpty() || !mayRepair) {
            return read.accepted();
        }
        messages.add(AiMessage.from(reply.isBlank() ? "-" : reply));
        messages.add(UserMessage.from(prompts.find("profile-repair")
                .fill(Map.of("problem", read.problem()))
                .user()));
        return SummaryReply.read(said(messages), known).accepted();
    }

    private String said(List<ChatMessage> messages) {
        try {
            String text = model.chat(messages).aiMessage().text();
            return text == null ? "" : text;
        } catch (RuntimeException failure) {
            LOG.warn("The chat model could not sum up the profile of {}", context.user(), failure);
            return "";
        }
    }

    private void keep(List<SummaryReply.Sentence> sentences, Map<String, ProfileLine> lines, String basis) {
        List<DerivedRecord> wanted = new ArrayList<>();
        for (SummaryReply.Sentence sentence : sentences) {
            List<ProfileLine> cited = sentence.lines().stream()
                    .map(lines::get)
                    .filter(line -> line != null && isStillThere(line))
                    .toList();
            if (cited.size() == sentence.lines().size()) {
                wanted.add(summary(ID + "%02d".formatted(wanted.size()), sentence.text(), cited)
                        .record());
            }
        }
        wanted.add(state(basis, rejected()));
        List<RecordKey> stale = Reflection.all(context.records(), ProfileLine.KIND).stream()
                .filter(Summaries::isSummary)
                .map(DerivedRecord::key)
                .toList();
        context.records().apply(Changes.remove(stale).and(Changes.put(wanted)));
    }

    /** While the model was thinking, something may have been forgotten. */
    private boolean isStillThere(ProfileLine line) {
        return context.records()
                        .find(new RecordKey(ProfileLine.KIND, line.id()))
                        .isPresent()
                && line.evidence().stream()
                        .allMatch(id -> context.episodes().find(id).isPresent());
    }

    private static ProfileLine summary(String id, String text, List<ProfileLine> cited) {
        List<EpisodeId> evidence = cited.stream()
                .flatMap(line -> line.evidence().stream())
                .distinct()
                .limit(ProfileLine.MOST_EVIDENCE)
                .toList();
        return new ProfileLine(
                id,
                text,
                new ProfileLine.About("summary", "summary", "", ""),
                cited.size(),
                cited.stream()
                        .map(ProfileLine::first)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                cited.stream()
                        .map(ProfileLine::last)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                evidence);
    }

    private void reject(String basis) {
        long rejected = rejected() + 1;
        LOG.warn(
                "The chat model's summary for {} was left out: it did not name its lines; {} so far",
                context.user(),
                rejected);
        context.records().apply(Changes.put(state(basis, rejected)));
    }

    private long rejected() {
        String found = state("rejected");
        return found.isEmpty() ? 0 : Long.parseLong(found);
    }

    private String state(String attribute) {
        return context.records()
                .find(STATE)
                .map(record -> record.attribute(attribute))
                .orElse("");
    }

    private static DerivedRecord state(String basis, long rejected) {
        return new DerivedRecord(
                STATE, "", Map.of("basis", basis, "rejected", String.valueOf(rejected)), Set.of(), Vector.NONE);
    }
}
