package io.personaagent.core.permit;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.UserId;
import java.util.Locale;
import java.util.Map;

/**
 * A standing word of the person about calls.
 *
 * @param decision what is to be done with them
 * @param user whose calls; empty for everybody's
 * @param tool the tool's name; {@code *} stands for anything
 * @param arguments with which arguments
 * @param definition what the tool was when the rule was made; empty for whatever it is
 */
public record Rule(Decision decision, String user, String tool, ArgumentPattern arguments, String definition) {

    /** What a rule says. */
    public enum Decision {
        ALLOW,
        ASK,
        DENY
    }

    public Rule {
        requireNonNull(decision, "decision");
        requireNonNull(user, "user");
        requireNonNull(arguments, "arguments");
        requireNonNull(definition, "definition");
        if (tool.isBlank()) {
            throw new IllegalArgumentException("a rule needs a tool; '*' stands for every tool");
        }
    }

    /** About this tool, as it is now, with arguments like these; whatever the arguments where none are given. */
    public static Rule about(Decision decision, UserId user, ToolSpec spec, Map<String, String> arguments) {
        return new Rule(
                decision,
                user.value(),
                spec.name(),
                arguments.isEmpty() ? ArgumentPattern.ANY : ArgumentPattern.of(arguments),
                decision == Decision.ALLOW ? Definition.of(spec) : "");
    }

    /** That just this call may be made again. */
    static Rule allowing(UserId user, ToolSpec spec, ToolCall call) {
        return new Rule(
                Decision.ALLOW,
                user.value(),
                spec.name(),
                ArgumentPattern.exactly(call.arguments()),
                Definition.of(spec));
    }

    /** That no call of this tool may be made again. */
    static Rule denying(UserId user, ToolSpec spec) {
        return new Rule(Decision.DENY, user.value(), spec.name(), ArgumentPattern.ANY, "");
    }

    /** Whether it is about this call, whatever the tool was when it was made. */
    boolean fits(UserId whose, ToolCall call) {
        return (user.isEmpty() || user.equals(whose.value()))
                && ArgumentPattern.matches(tool, call.tool())
                && arguments.fits(call.arguments());
    }

    /** Whether the tool is still what it was when the rule was made. */
    boolean knows(ToolSpec spec) {
        return definition.isEmpty() || definition.equals(Definition.of(spec));
    }

    /** Of each argument what it must be; empty where any will do. */
    public Map<String, String> pattern() {
        return arguments.values();
    }

    /** One line for the person to read. */
    public String words() {
        String which = arguments.any() ? "" : arguments.values().toString();
        String whose = user.isEmpty() ? "everybody" : user;
        return "%-5s  %s%s  (%s%s)"
                .formatted(
                        decision.name().toLowerCase(Locale.ROOT),
                        tool,
                        which,
                        whose,
                        definition.isEmpty() ? "" : ", as the tool was when you said so");
    }
}
