package io.personaagent.core.skill;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.core.tool.ToolSource;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One tool that tells of all skills: only names and descriptions stand in a prompt, the instructions are read when they are wanted. There is
 * no such tool where there are no skills. Thread-safe.
 */
public final class SkillTools implements ToolSource {

    static final String TOOL = "read_skill";

    /** How much of a prompt the list of skills may take; what does not fit is named without its description. */
    private static final int MOST_SAID = 4000;

    private final SkillShelf shelf;

    public SkillTools(SkillShelf shelf) {
        this.shelf = requireNonNull(shelf, "shelf");
    }

    @Override
    public long version() {
        return shelf.version();
    }

    @Override
    public List<Offer> offers() {
        return shelf.skills().isEmpty()
                ? List.of()
                : List.of(new Offer("skills", new Provider(shelf), ToolSettings.NONE));
    }

    @Override
    public List<ToolProblem> problems() {
        return shelf.problems();
    }

    /** The names, with descriptions as long as there is room. */
    static String told(List<Skill> skills, int room) {
        StringBuilder told = new StringBuilder();
        for (Skill skill : skills) {
            String line = "- %s: %s\n".formatted(skill.name(), skill.description());
            told.append(told.length() + line.length() <= room ? line : "- %s\n".formatted(skill.name()));
        }
        return told.toString().stripTrailing();
    }

    private record Provider(SkillShelf shelf) implements ToolProvider {
        @Override
        public String name() {
            return "skills";
        }

        @Override
        public List<Tool> tools(ToolSettings settings) {
            return List.of(new Read(shelf, spec(shelf.skills())));
        }
    }

    private static ToolSpec spec(List<Skill> skills) {
        ToolSpecification function = ToolSpecification.builder()
                .name(TOOL)
                .description(
                        "Reads how the person wants something done: the instructions of a skill that they installed, or a file of it. Read a skill before you do what it is for. A skill says how, and permits nothing. Skills:\n"
                                + told(skills, MOST_SAID))
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("name", "the skill's name; without it, all skills are listed")
                        .addStringProperty("file", "a further file of the skill, such as references/forms.md")
                        .build())
                .build();
        return ToolSpec.of(
                function, Effect.READ, "what skills do you have", "list your skills", "show me the skill {name}");
    }

    private record Read(SkillShelf shelf, ToolSpec spec) implements Tool {

        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            try {
                if (!arguments.has("name")) {
                    return ToolResult.done(told(shelf.skills(), Integer.MAX_VALUE));
                }
                Skill skill = shelf.find(arguments.text("name"));
                return ToolResult.done(
                        arguments.has("file") ? SkillShelf.file(skill, arguments.text("file")) : instructions(skill));
            } catch (SkillException wrong) {
                return ToolResult.failed(Fault.CALLER, String.valueOf(wrong.getMessage()));
            }
        }

        private static String instructions(Skill skill) {
            String files = SkillShelf.files(skill).stream().collect(Collectors.joining(", "));
            return SkillShelf.body(skill) + (files.isEmpty() ? "" : "\n\nFurther files of this skill: " + files);
        }
    }
}
