package io.personaagent.core.plan.reflex;

import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers what is said for politeness, and what one asks a machine first. */
public final class SmallTalk {

    private static final int MAX_CHARACTERS = 60;
    private static final Set<String> GREETINGS = Set.of(
            "hello",
            "hi",
            "hey",
            "hello there",
            "hi there",
            "good morning",
            "good afternoon",
            "good evening",
            "bonjour",
            "salut",
            "hallo",
            "hola",
            "你好",
            "您好",
            "مرحبا",
            "السلام عليكم");
    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank you",
            "thank you very much",
            "thanks a lot",
            "many thanks",
            "merci",
            "danke",
            "gracias",
            "谢谢",
            "شكرا");
    private static final Set<String> PARTINGS =
            Set.of("bye", "goodbye", "good bye", "see you", "good night", "au revoir", "tschüss", "再见");
    private static final Set<String> NAMES = Set.of(
            "who are you",
            "what are you",
            "what is your name",
            "are you a robot",
            "are you human",
            "are you an ai",
            "are you real");
    private static final Set<String> ABILITIES = Set.of(
            "what can you do",
            "help",
            "help me",
            "what do you do",
            "how can you help me",
            "how can you help",
            "how do you work",
            "what are you able to do",
            "what tools do you have",
            "list your tools");
    private static final Set<String> MOODS =
            Set.of("how are you", "how are you doing", "how do you do", "how is it going");
    private static final Set<String> NODS = Set.of(
            "ok",
            "okay",
            "yes",
            "no",
            "yep",
            "nope",
            "great",
            "good",
            "cool",
            "fine",
            "nice",
            "right",
            "all right",
            "never mind",
            "nevermind",
            "cancel",
            "forget it",
            "stop");

    private SmallTalk() {}

    /** The answer, or empty when more was said than this. */
    public static Optional<String> answer(String message, List<ToolSpec> tools) {
        if (message.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("I can only make something of words. Tell me something, or ask me.");
        }
        return message.length() > MAX_CHARACTERS
                ? Optional.empty()
                : spoken(Utterance.of(message).folded(), tools);
    }

    private static Optional<String> spoken(String said, List<ToolSpec> tools) {
        if (ABILITIES.contains(said)) {
            return Optional.of(abilities(tools));
        }
        if (NAMES.contains(said)) {
            return Optional.of(
                    "I am PersonaAgent, a program that remembers what you tell it. No language model is at work: "
                            + "I quote what you told me, and use tools whose examples your words resemble.");
        }
        if (GREETINGS.contains(said)) {
            return Optional.of("Hello. Tell me something, or ask me about what you told me.");
        }
        if (MOODS.contains(said)) {
            return Optional.of("I am a program, so always the same. What can I do for you?");
        }
        return polite(said);
    }

    private static Optional<String> polite(String said) {
        if (THANKS.contains(said)) {
            return Optional.of("You're welcome.");
        }
        if (PARTINGS.contains(said)) {
            return Optional.of("Goodbye. I will remember what you told me.");
        }
        return NODS.contains(said) ? Optional.of("All right.") : Optional.empty();
    }

    private static String abilities(List<ToolSpec> tools) {
        String memory =
                "I remember what you tell me, and answer questions about it with your own words and their date.";
        if (tools.isEmpty()) {
            return memory + " I have no tools.";
        }
        return tools.stream()
                .map(SmallTalk::described)
                .collect(Collectors.joining("\n", memory + " I also have these tools:\n", ""));
    }

    private static String described(ToolSpec tool) {
        String description = tool.description().strip().replaceAll("\\s+", " ");
        String example = tool.examples().isEmpty()
                ? ""
                : " Say: \"%s\"".formatted(tool.examples().get(0));
        return "- %s: %s%s".formatted(tool.name(), description, example);
    }
}
