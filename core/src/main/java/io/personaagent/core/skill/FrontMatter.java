package io.personaagent.core.skill;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The beginning of a {@code SKILL.md}, between two lines of {@code ---}.
 *
 * @param name the skill's
 * @param description in one line
 * @param body what follows
 */
record FrontMatter(String name, String description, String body) {

    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_MATTER = 16_384;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

    /** @throws SkillException completing the sentence "SKILL.md ..." */
    static FrontMatter of(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String[] lines = clean.split("\\R", -1);
        int end = 1;
        while (end < lines.length && !lines[end].strip().equals("---")) {
            end++;
        }
        if (!lines[0].strip().equals("---") || end == lines.length) {
            throw new SkillException(
                    "has no front matter; expected it to begin with a line '---', then 'name: ...' and 'description: ...', then '---'");
        }
        JsonNode matter = yaml(String.join("\n", java.util.Arrays.asList(lines).subList(1, end)));
        return new FrontMatter(
                name(matter),
                description(matter),
                String.join("\n", java.util.Arrays.asList(lines).subList(end + 1, lines.length))
                        .strip());
    }

    private static JsonNode yaml(String matter) {
        if (matter.length() > LONGEST_MATTER) {
            throw new SkillException("has a front matter of %,d characters; expected at most %,d"
                    .formatted(matter.length(), LONGEST_MATTER));
        }
        LoaderOptions careful = new LoaderOptions();
        careful.setMaxAliasesForCollections(10);
        careful.setNestingDepthLimit(10);
        YAMLMapper mapper = YAMLMapper.builder(
                        YAMLFactory.builder().loaderOptions(careful).build())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            return mapper.readTree(matter);
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr() + 1;
            String said = String.valueOf(wrong.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new SkillException("has a front matter that is not YAML (line %d: %s)".formatted(line, said));
        }
    }

    private static String name(JsonNode matter) {
        String name = text(matter, "name");
        if (name.length() > 64 || !NAME.matcher(name).matches()) {
            throw new SkillException("is named '%s'; expected at most 64 of a-z, 0-9 and single - between them"
                    .formatted(HIDDEN.matcher(name).replaceAll("?")));
        }
        return name;
    }

    private static String description(JsonNode matter) {
        String description = HIDDEN.matcher(text(matter, "description").replaceAll("\\s+", " "))
                .replaceAll("")
                .strip();
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new SkillException("has a description of %,d characters; expected at most %,d"
                    .formatted(description.length(), LONGEST_DESCRIPTION));
        }
        return description;
    }

    private static String text(JsonNode matter, String key) {
        JsonNode value = matter.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new SkillException("has no %s in its front matter; expected '%s: ...'".formatted(key, key));
        }
        return value.asText().strip();
    }
}
