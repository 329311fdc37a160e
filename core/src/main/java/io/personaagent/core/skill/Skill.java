package io.personaagent.core.skill;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Instructions that the person installed: their word for how something is to be done, and never a permission to do it.
 *
 * @param name as its folder is called
 * @param description what it is for, and when it is to be used
 * @param folder where it and its further files are
 */
public record Skill(String name, String description, Path folder) {

    /** The file that makes a folder a skill. */
    public static final String FILE = "SKILL.md";

    public Skill {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(folder, "folder");
    }
}
