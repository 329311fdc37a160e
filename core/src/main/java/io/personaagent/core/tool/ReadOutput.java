package io.personaagent.core.tool;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Permission;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tool that reads on in an output of which only the ends were shown. */
public final class ReadOutput implements ToolProvider {

    /** What the tool is called. */
    public static final String NAME = "read_output";

    private static final int USUAL = 8_000;
    private static final int LONGEST = 10_000;
    private static final int MOST_FOUND = 10;
    private static final int AROUND = 150;
    private static final ToolSpec SPEC = ToolSpec.of(
                    ToolSpecification.builder()
                            .name(NAME)
                            .description(
                                    "Reads a part of a tool's long output of which only the beginning and the end were shown, or finds words in it.")
                            .parameters(JsonObjectSchema.builder()
                                    .addStringProperty("reference", "as it was given, such as out-0123456789ab")
                                    .addIntegerProperty(
                                            "offset", "from which character on, 0 for the beginning; 0 when absent")
                                    .addIntegerProperty(
                                            "length",
                                            "how many characters, at most %d; %d when absent".formatted(LONGEST, USUAL))
                                    .addStringProperty(
                                            "search",
                                            "words to be found from the offset on, instead of reading; their places are told")
                                    .required("reference")
                                    .build())
                            .build(),
                    Effect.READ)
            .needing(new Permission(Permission.Kind.MEMORY, ""));

    /** A provider of this tool alone. */
    public static Offer offer() {
        return new Offer("outputs", new ReadOutput(), ToolSettings.NONE);
    }

    @Override
    public String name() {
        return "outputs";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        return List.of(new Read());
    }

    private static final class Read implements Tool {

        @Override
        public ToolSpec spec() {
            return SPEC;
        }

        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            String reference = arguments.text("reference").strip();
            if (!(context instanceof LentContext lent)) {
                return ToolResult.failed(Fault.TOOL, "outputs are read by the program that keeps them only");
            }
            return lent.lending()
                    .outputs()
                    .find(reference)
                    .map(whole -> read(reference, whole, arguments))
                    .orElseGet(() -> ToolResult.failed(
                            Fault.CALLER,
                            "argument 'reference' is '%s', and no output of this reference is kept; expected one that a shortened output names, or call the tool again"
                                    .formatted(reference)));
        }

        private static ToolResult read(String reference, String whole, Arguments arguments) {
            int offset = arguments.optionalInteger("offset").orElse(0);
            if (offset < 0 || offset > whole.length()) {
                return ToolResult.failed(
                        Fault.CALLER,
                        "argument 'offset' is %d; expected a number from 0 to %d".formatted(offset, whole.length()));
            }
            return arguments
                    .optionalText("search")
                    .filter(words -> !words.isBlank())
                    .map(words -> found(whole, offset, words))
                    .orElseGet(() -> part(reference, whole, offset, arguments));
        }

        private static ToolResult part(String reference, String whole, int offset, Arguments arguments) {
            int length = arguments.optionalInteger("length").orElse(USUAL);
            if (length < 1 || length > LONGEST) {
                return ToolResult.failed(
                        Fault.CALLER,
                        "argument 'length' is %d; expected a number from 1 to %d".formatted(length, LONGEST));
            }
            int from = within(whole, offset);
            int to = within(whole, (int) Math.min(whole.length(), (long) offset + length));
            return ToolResult.done("characters %d to %d of %d of %s:\n%s"
                    .formatted(from, to, whole.length(), reference, whole.substring(from, to)));
        }

        private static ToolResult found(String whole, int offset, String words) {
            String folded = whole.toLowerCase(Locale.ROOT);
            String sought = words.strip().toLowerCase(Locale.ROOT);
            List<String> places = new ArrayList<>();
            int at = folded.indexOf(sought, offset);
            while (at >= 0 && places.size() < MOST_FOUND) {
                int from = within(whole, Math.max(0, at - AROUND));
                int to = within(whole, Math.min(whole.length(), at + sought.length() + AROUND));
                places.add("at %d: ...%s...".formatted(at, whole.substring(from, to)));
                at = folded.indexOf(sought, at + sought.length());
            }
            String more = at >= 0 ? "\nThere are more from %d on.".formatted(at) : "";
            return ToolResult.done(
                    places.isEmpty()
                            ? "\"%s\" does not occur from character %d on.".formatted(words.strip(), offset)
                            : String.join("\n", places) + more);
        }

        /** Never between the two halves of a character. */
        private static int within(String text, int at) {
            boolean halves = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
            return halves ? at - 1 : at;
        }
    }
}
