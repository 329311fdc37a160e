package io.personaagent.core.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.tool.Harmless;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillsTest {

    private static final String LETTERS =
            """
            ---
            name: letters
            description: >
              How to write letters. Use when the person
              wants a letter.
            license: MIT
            metadata: {author: ada}
            ---
            # Letters

            Begin with the date.
            """;

    @TempDir
    private Path folder;

    @Test
    void aSkill_isOfferedByNameAndDescriptionAndReadOnDemand() throws IOException {
        skill("letters", LETTERS);
        Files.writeString(
                Files.createDirectories(folder.resolve("letters/references")).resolve("forms.md"), "Dear ...");

        Tool tool = tool();

        assertThat(tool.spec().description())
                .endsWith("Skills:\n- letters: How to write letters. Use when the person wants a letter.");
        assertThat(Harmless.is(tool.spec())).isTrue();
        assertThat(call(tool, Map.of("name", "letters")))
                .isEqualTo(ToolResult.done(
                        "# Letters\n\nBegin with the date.\n\nFurther files of this skill: references/forms.md"));
        assertThat(call(tool, Map.of("name", "letters", "file", "references/forms.md")))
                .isEqualTo(ToolResult.done("Dear ..."));
        assertThat(call(tool, Map.of()))
                .isEqualTo(ToolResult.done("- letters: How to write letters. Use when the person wants a letter."));
        assertThat(call(tool, Map.of("name", "poems")))
                .isEqualTo(ToolResult.failed(Fault.CALLER, "there is no skill 'poems'; there are: letters"));
    }

    @Test
    void catalogue_hasTheToolWhenASkillIsPutThere() throws IOException {
        ToolCatalogue catalogue = ToolCatalogue.from(List.of(new SkillTools(new SkillShelf(folder))));
        assertThat(catalogue.specs()).isEmpty();

        skill("letters", LETTERS);

        assertThat(catalogue.specs()).extracting(spec -> spec.name()).containsExactly("read_skill");
    }

    @ParameterizedTest
    @CsvSource({
        "../secret.txt",
        "/etc/hostname",
        "link.txt",
        "linked/secret.txt",
        "nothing.md",
        "references/../../secret.txt"
    })
    void file_staysInsideTheFolder(String path) throws IOException {
        skill("letters", LETTERS);
        Files.writeString(folder.resolve("secret.txt"), "the treasure");
        Files.createSymbolicLink(folder.resolve("letters/link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("letters/linked"), folder);

        assertThat(call(tool(), Map.of("name", "letters", "file", path)))
                .isInstanceOfSatisfying(ToolResult.Failed.class, failed -> assertThat(failed.message())
                        .isIn(
                                "'%s' is not a file inside the skill's folder".formatted(path),
                                "'%s' is not there or cannot be read".formatted(path)));
    }

    @Test
    void file_mustBeTextOfSomeSize() throws IOException {
        skill("letters", LETTERS);
        Files.write(folder.resolve("letters/seal.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF});
        Files.writeString(folder.resolve("letters/long.md"), "x".repeat(300_000));
        Skill skill = new SkillShelf(folder).find("letters");

        assertThatThrownBy(() -> SkillShelf.file(skill, "seal.png")).hasMessage("'seal.png' is no text in UTF-8");
        assertThatThrownBy(() -> SkillShelf.file(skill, "long.md"))
                .hasMessage("'long.md' has 300,000 bytes; expected at most 262,144");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # No matter | has no front matter; expected it to begin with a line '---', then 'name: ...' and 'description: ...', then '---'
                    ---~name: letters~--- | has no description in its front matter; expected 'description: ...'
                    ---~description: x~--- | has no name in its front matter; expected 'name: ...'
                    ---~name: Letters~description: x~--- | is named 'Letters'; expected at most 64 of a-z, 0-9 and single - between them
                    ---~name: poems~description: x~--- | is named 'poems', but its folder 'letters'; expected the same
                    ---~name: [~--- | has a front matter that is not YAML (line 2: while parsing a flow node)
                    ---~name: letters~name: letters~--- | has a front matter that is not YAML (line 3: Duplicate field 'name')
                    """)
    void problems_sayWhatIsWrong(String text, String problem) throws IOException {
        skill("letters", text.replace('~', '\n'));

        assertThat(new SkillShelf(folder).skills()).isEmpty();
        assertThat(new SkillShelf(folder).problems())
                .containsExactly(new ToolProblem("skill letters", "cannot be used: SKILL.md " + problem));
    }

    @Test
    void frontMatter_isNoBomb() throws IOException {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        skill("letters", bomb + "name: letters\ndescription: x\n---\nbody");

        assertThat(new SkillShelf(folder).skills().size()
                        + new SkillShelf(folder).problems().size())
                .isEqualTo(1);
    }

    @Test
    void told_keepsToItsRoom() {
        List<Skill> skills = List.of(new Skill("a", "x".repeat(50), folder), new Skill("b", "y".repeat(50), folder));

        assertThat(SkillTools.told(skills, 70)).isEqualTo("- a: %s\n- b".formatted("x".repeat(50)));
    }

    private Tool tool() {
        return new SkillTools(new SkillShelf(folder))
                .offers()
                .get(0)
                .provider()
                .tools(ToolSettings.NONE)
                .get(0);
    }

    private ToolResult call(Tool tool, Map<String, Object> arguments) {
        return tool.call(Arguments.of(arguments), TestToolContext.of("ada"));
    }

    private void skill(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("SKILL.md"), text);
    }
}
