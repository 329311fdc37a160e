package io.personaagent.core.tool;

import io.personaagent.core.turn.Observation;
import io.personaagent.tools.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What a planner is shown of a result: text and nothing else, no more than its share, with a reference to the whole. */
final class Presentation {

    private static final int MOST_NOTED = 2_000;

    private final Outputs outputs;
    private final int most;

    /** @param most bytes (UTF-8) */
    Presentation(Outputs outputs, int most) {
        this.outputs = outputs;
        this.most = most;
    }

    /** @param notes how its arguments were read */
    Observation of(Observation seen, List<String> notes) {
        String noted = notes.isEmpty() ? "" : noted(notes);
        ToolResult result = seen.result()
                .fold(
                        done -> ToolResult.done(shown(done.text(), noted), done.undo()),
                        failed -> ToolResult.failed(failed.fault(), shown(failed.message(), noted)));
        return seen.showing(result);
    }

    private String shown(String text, String noted) {
        String words = Binary.of(text).orElseGet(() -> Binary.without(text));
        int room = most - noted.getBytes(StandardCharsets.UTF_8).length;
        return (HeadAndTail.fits(words, room)
                        ? HeadAndTail.of(words, room)
                        : HeadAndTail.of(words, room, readOn(outputs.keep(words), words.length())))
                + noted;
    }

    private static String readOn(String reference, int length) {
        String all = length > Outputs.LONGEST ? " (its first %,d characters)".formatted(Outputs.LONGEST) : "";
        return "; %s with reference %s reads the whole%s".formatted(ReadOutput.NAME, reference, all);
    }

    private static String noted(List<String> notes) {
        String noted = notes.stream().map("\n[%s]"::formatted).collect(Collectors.joining());
        return "\n" + HeadAndTail.of(noted, MOST_NOTED);
    }
}
