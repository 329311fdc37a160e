package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words what came of tool calls. */
public final class Outcomes {

    private Outcomes() {}

    /** The tools' own words; a question back where an argument was wrong and nothing else came out. */
    public static Step step(List<Observation> observations) {
        boolean allWrong = observations.stream()
                .allMatch(observation -> wrongArgument(observation).isPresent());
        String text = observations.stream().map(Outcomes::sentence).collect(Collectors.joining("\n\n"));
        return allWrong
                ? new Step.AskUser(observations.stream()
                        .flatMap(observation -> wrongArgument(observation).stream())
                        .collect(Collectors.joining("\n\n")))
                : new Step.Answer(text, List.of());
    }

    /** What a tool found wrong with what it was given; a refusal by policy or person is no such thing. */
    private static Optional<String> wrongArgument(Observation observation) {
        return observation.result().fold(done -> Optional.empty(), failed -> {
            boolean argument = !observation.approvedBy().equals("nobody")
                    || failed.message().contains("argument '");
            return failed.fault() == Fault.CALLER && argument ? Optional.of(failed.message()) : Optional.empty();
        });
    }

    private static String sentence(Observation observation) {
        String tool = observation.call().tool();
        return observation
                .result()
                .fold(done -> done.text().isBlank() ? "Done." : done.text(), failed -> failure(tool, failed));
    }

    private static String failure(String tool, ToolResult.Failed failed) {
        return switch (failed.fault()) {
            case CALLER -> "I did not use %s: %s".formatted(tool, failed.message());
            case TOOL -> "The tool %s did not work: %s".formatted(tool, failed.message());
            case WORLD ->
                "%s could not reach what it needs; trying later may help: %s".formatted(tool, failed.message());
        };
    }
}
