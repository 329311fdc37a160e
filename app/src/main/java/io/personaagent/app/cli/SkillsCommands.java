package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.skill.Skill;
import io.personaagent.core.skill.SkillException;
import io.personaagent.core.skill.SkillShelf;
import io.personaagent.core.tool.ToolProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at skills. */
final class SkillsCommands {

    private SkillsCommands() {}

    static CommandLine all(Door door) {
        return new CommandLine(new Root())
                .addSubcommand(new ListAll(door))
                .addSubcommand(new Show(door))
                .addSubcommand(new Verify(door));
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "skills",
            description = "How you want things done: folders with a SKILL.md in HOME/skills.")
    static final class Root extends Group {}

    @Command(name = "list", description = "Lists the skills; one that cannot be used with the reason.")
    static final class ListAll implements Callable<Integer> {

        private final Door door;

        @Mixin
        private final Output output = new Output();

        ListAll(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                List<Skill> skills = household.skills().skills();
                List<ToolProblem> problems = household.skills().problems();
                output.list(door, skills, SkillsCommands::json, skill -> skill.name() + "  " + skill.description());
                problems.forEach(problem -> door.tell(problem.provider() + " " + problem.reason()));
                if (skills.isEmpty() && problems.isEmpty()) {
                    door.tell("There are no skills; put a folder with a SKILL.md into %s."
                            .formatted(household.home().skills()));
                }
                return 0;
            });
        }
    }

    @Command(name = "show", description = "Shows the instructions of a skill, or a file of it.")
    static final class Show implements Callable<Integer> {

        private final Door door;

        @Parameters(index = "0", paramLabel = "NAME", description = "as 'skills list' shows it")
        private String name = "";

        @Option(names = "--file", paramLabel = "FILE", description = "a further file of the skill")
        private @Nullable String file;

        @Mixin
        private final Output output = new Output();

        Show(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> mended(() -> {
                Skill skill = household.skills().find(name);
                String text = file == null ? SkillShelf.body(skill) : SkillShelf.file(skill, file);
                if (output.json()) {
                    door.print(json(skill).put("text", text).toPrettyString());
                } else {
                    door.print(text);
                    SkillShelf.files(skill).forEach(each -> door.tell("file: " + each));
                }
                return 0;
            }));
        }
    }

    @Command(name = "verify", description = "Says whether a folder can be used as a skill.")
    static final class Verify implements Callable<Integer> {

        private final Door door;

        @Parameters(index = "0", paramLabel = "FOLDER", description = "the folder with the SKILL.md")
        private Path folder = Path.of("");

        Verify(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() {
            return mended(() -> {
                Skill skill = SkillShelf.verify(folder);
                door.print("%s can be used: %s".formatted(skill.name(), skill.description()));
                return 0;
            });
        }
    }

    private interface Work {
        int run();
    }

    private static int mended(Work work) {
        try {
            return work.run();
        } catch (SkillException wrong) {
            throw new Failure(String.valueOf(wrong.getMessage()));
        }
    }

    private static ObjectNode json(Skill skill) {
        return Json.object()
                .put("name", skill.name())
                .put("description", skill.description())
                .put("folder", skill.folder().toString())
                .set("files", Json.texts(SkillShelf.files(skill)));
    }
}
