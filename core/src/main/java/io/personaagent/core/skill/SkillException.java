package io.personaagent.core.skill;

/** A skill, or a file of it, cannot be used; the message says what is wrong and what would be right. */
public final class SkillException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SkillException(String message) {
        super(message);
    }
}
