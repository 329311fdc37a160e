package io.personaagent.app.eval.subject;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.prompt.Prompt;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.text.Fence;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.textual.AskedModel;
import io.personaagent.persona.tendency.ClosedQuestion;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a chat model, which is shown items as the LaMP benchmark shows them. A profile is written once for the same log. */
final class Asking implements Respondent {

    private static final Budget PLENTY = new Budget(Duration.ofDays(1), Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final AskedModel model;
    private final Prompts prompts;
    private List<Episode> summedUp = List.of();
    private String summary = "";

    Asking(AskedModel model, Prompts prompts) {
        this.model = requireNonNull(model, "model");
        this.prompts = requireNonNull(prompts, "prompts");
    }

    @Override
    public Said answer(String question, List<Episode> shown, List<Episode> profile) {
        Meter meter = new Meter(PLENTY, Clock.systemUTC());
        if (!profile.equals(summedUp)) {
            summary = said("predict-profile", Map.of("items", items(profile)), meter);
            summedUp = profile;
        }
        String about = profile.isEmpty() ? "" : data(summary);
        Map<String, String> places = Map.of("profile", about, "items", items(shown), "question", question);
        return new Said(said("predict-answer", places, meter), meter.all());
    }

    private String said(String prompt, Map<String, String> places, Meter meter) {
        Prompt.Filled filled = prompts.find(prompt).fill(places);
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(filled.system()));
        messages.add(UserMessage.from(filled.user()));
        return model.say(messages, meter);
    }

    private static String items(List<Episode> shown) {
        return shown.isEmpty() ? "" : data(shown.stream().map(Asking::item).collect(Collectors.joining(", and ")));
    }

    private static String item(Episode episode) {
        String query = episode.exchange().query();
        String about = ClosedQuestion.in(query).map(ClosedQuestion::thing).orElse(query);
        return episode.groundTruth()
                .map(truth -> "%s is the answer for \"%s\"".formatted(truth, about))
                .orElse(about);
    }

    private static String data(String text) {
        return Fence.around(text) + "\n";
    }
}
