package io.personaagent.core.skill;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.tool.ToolProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder {@code HOME/skills}. Read anew each time, so that a skill that is put there is there. */
public final class SkillShelf {

    private static final int LARGEST_FILE = 256 * 1024;
    private static final int MOST_FILES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SkillShelf.class);

    private final Path folder;

    public SkillShelf(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    /** All that can be used, by name. */
    public List<Skill> skills() {
        List<Skill> skills = new ArrayList<>();
        for (Path each : folders()) {
            try {
                skills.add(verify(each));
            } catch (SkillException toldAsProblem) {
                LOG.debug("{} is no skill", each, toldAsProblem);
            }
        }
        return skills;
    }

    /** What lies there and cannot be used, and why. */
    public List<ToolProblem> problems() {
        List<ToolProblem> problems = new ArrayList<>();
        for (Path each : folders()) {
            try {
                verify(each);
            } catch (SkillException wrong) {
                problems.add(new ToolProblem("skill " + each.getFileName(), String.valueOf(wrong.getMessage())));
            }
        }
        return problems;
    }

    /**
     * The skill of this name.
     *
     * @throws SkillException when there is none
     */
    public Skill find(String name) {
        List<Skill> skills = skills();
        return skills.stream()
                .filter(skill -> skill.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new SkillException(
                        skills.isEmpty()
                                ? "there are no skills"
                                : "there is no skill '%s'; there are: %s"
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        skills.stream()
                                                                .map(Skill::name)
                                                                .toList()))));
    }

    /**
     * The skill in a folder anywhere.
     *
     * @throws SkillException when it cannot be used; completes the sentence "it ..."
     */
    public static Skill verify(Path folder) {
        String called = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        FrontMatter matter;
        try {
            matter = FrontMatter.of(read(folder, Skill.FILE));
        } catch (SkillException wrong) {
            throw new SkillException("cannot be used: %s %s".formatted(Skill.FILE, wrong.getMessage()));
        }
        if (!matter.name().equals(called)) {
            throw new SkillException("cannot be used: %s is named '%s', but its folder '%s'; expected the same"
                    .formatted(Skill.FILE, matter.name(), called));
        }
        return new Skill(matter.name(), matter.description(), folder);
    }

    /**
     * The instructions of a skill, without the front matter.
     *
     * @throws SkillException when they can no longer be read
     */
    public static String body(Skill skill) {
        return FrontMatter.of(read(skill.folder(), Skill.FILE)).body();
    }

    /**
     * A further file of a skill.
     *
     * @param file its path inside the skill's folder
     * @throws SkillException when it is not inside, no text, too large or not there
     */
    public static String file(Skill skill, String file) {
        try {
            return read(skill.folder(), file);
        } catch (SkillException wrong) {
            throw new SkillException("'%s' %s".formatted(file, wrong.getMessage()));
        }
    }

    /** The paths of its further files, in order; at most {@value #MOST_FILES}. */
    public static List<String> files(Skill skill) {
        try (Stream<Path> found = Files.walk(skill.folder(), 4)) {
            return found.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .map(each -> skill.folder().relativize(each).toString())
                    .filter(each -> !each.equals(Skill.FILE))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Another number when a skill came, went or was changed. */
    long version() {
        return folders().stream()
                .mapToLong(each -> each.hashCode() + changed(each.resolve(Skill.FILE)))
                .reduce(17, (all, one) -> 31 * all + one);
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis() + Files.size(file);
        } catch (IOException none) {
            return 0;
        }
    }

    private List<Path> folders() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> !each.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** The real path must be inside, so that neither dots nor links lead out. */
    private static String read(Path folder, String file) {
        try {
            Path inside = folder.toRealPath();
            Path real = inside.resolve(file).toRealPath();
            if (!real.startsWith(inside) || !Files.isRegularFile(real)) {
                throw new SkillException("is not a file inside the skill's folder");
            }
            if (Files.size(real) > LARGEST_FILE) {
                throw new SkillException(
                        "has %,d bytes; expected at most %,d".formatted(Files.size(real), LARGEST_FILE));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(real)))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw new SkillException("is no text in UTF-8");
        } catch (IOException | InvalidPathException none) {
            throw new SkillException("is not there or cannot be read");
        }
    }
}
