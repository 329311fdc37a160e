package io.personaagent.persona.align.textual;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.memory.prompt.Prompt;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.text.Fence;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Graded;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks a chat model, as the paper does: for each wrong answer what should change (the textual loss), then for one rewrite from all of
 * that. What cannot be used is sent back once, with what is wrong, and is rejected then. Thread-safe if the model is.
 */
public final class TextualGradientAligner implements Aligner {

    private static final int LONGEST_FEEDBACK = 1_500;
    private static final int LONGEST_PART = 4_000;

    private final AskedModel model;
    private final Prompt gradient;
    private final Prompt rewrite;
    private final Prompt repair;

    /** @throws IllegalArgumentException when a prompt of the person's own cannot be used */
    public TextualGradientAligner(ChatModel model, Prompts prompts) {
        this.model = new AskedModel(requireNonNull(model, "model"));
        this.gradient = prompts.find("align-gradient");
        this.rewrite = prompts.find("align-rewrite");
        this.repair = prompts.find("align-repair");
    }

    @Override
    public String name() {
        return "textual-gradient";
    }

    @Override
    public Map<String, String> prompts() {
        Map<String, String> hashes = new LinkedHashMap<>();
        List.of(gradient, rewrite, repair).forEach(prompt -> hashes.put(prompt.id(), prompt.hash()));
        return hashes;
    }

    @Override
    public Draft improve(Lesson lesson, Meter meter) {
        Map<String, Labelled> named = new LinkedHashMap<>();
        StringBuilder feedback = new StringBuilder();
        meter.enter(Meter.Stage.GRADIENT);
        for (Graded wrong : lesson.wrong()) {
            String name = "i" + (named.size() + 1);
            named.put(name, wrong.interaction());
            String said = model.say(messages(gradient(wrong)), meter);
            feedback.append(name)
                    .append(":\n")
                    .append(Fence.around(start(said, LONGEST_FEEDBACK)))
                    .append('\n');
        }
        meter.enter(Meter.Stage.REWRITE);
        EditReader edits = new EditReader(lesson.persona(), named, lesson.now());
        return rewritten(messages(rewrite(lesson.persona(), feedback.toString())), edits, meter);
    }

    private Draft rewritten(List<ChatMessage> asked, EditReader edits, Meter meter) {
        String reply = model.say(asked, meter);
        RewriteReply read = RewriteReply.read(reply, edits);
        if (!read.problem().isEmpty()) {
            List<ChatMessage> again = new ArrayList<>(asked);
            again.add(AiMessage.from(reply.isBlank() ? "-" : start(reply, LONGEST_PART)));
            again.add(UserMessage.from(repair(read.problem(), reply).user()));
            read = RewriteReply.read(model.say(again, meter), edits);
        }
        return read.problem().isEmpty()
                ? new Draft.Written(read.proposal())
                : new Draft.Rejected("the model's rewrite cannot be used: " + read.problem());
    }

    private Prompt.Filled gradient(Graded wrong) {
        return gradient.fill(Map.of(
                "question", data(wrong.interaction().query()),
                "answer", data(wrong.answer()),
                "truth", data(wrong.interaction().truth())));
    }

    private Prompt.Filled rewrite(Persona persona, String feedback) {
        return rewrite.fill(Map.of(
                "statements",
                Fence.around(persona.statements().stream()
                        .map(TextualGradientAligner::line)
                        .collect(Collectors.joining("\n"))),
                "feedback",
                feedback.strip(),
                "most-edits",
                Integer.toString(RewriteReply.MOST_EDITS),
                "most-characters",
                Integer.toString(EditReader.MOST_CHARACTERS)));
    }

    private Prompt.Filled repair(String problem, String reply) {
        return repair.fill(Map.of("problem", start(problem, LONGEST_FEEDBACK), "reply", data(reply)));
    }

    private static String line(Statement statement) {
        return "[%s] (%s, %s%s) %s"
                .formatted(
                        statement.id(),
                        EditReader.word(statement.kind()),
                        EditReader.word(statement.polarity()),
                        statement.pinned() ? ", pinned" : "",
                        statement.text());
    }

    private static List<ChatMessage> messages(Prompt.Filled prompt) {
        return List.of(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
    }

    private static String data(String text) {
        return Fence.around(start(text, LONGEST_PART));
    }

    /** A surrogate pair is not cut in two. */
    private static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + " ...";
    }
}
