package io.personaagent.app.cli;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How tools did in a person's latest turns, as the log has it: the calls that were allowed. */
record ToolUse(List<Action> actions) {

    /** So many turns are looked at. */
    private static final int TURNS = 1000;

    ToolUse {
        actions = List.copyOf(actions);
    }

    static ToolUse of(EpisodeReader episodes) {
        return new ToolUse(episodes.latest(TURNS).stream()
                .flatMap(episode -> episode.exchange().actions().stream())
                .filter(action -> !action.approvedBy().equals("nobody"))
                .toList());
    }

    /** The calls of these tools. */
    ToolUse in(List<ToolSpec> specs) {
        Set<String> names = specs.stream().map(ToolSpec::name).collect(Collectors.toSet());
        return new ToolUse(
                actions.stream().filter(action -> names.contains(action.tool())).toList());
    }

    long calls() {
        return actions.size();
    }

    /** Those that ended in a failure that is the tool's. */
    long failed() {
        return actions.stream()
                .filter(action -> message(action, false).isPresent())
                .count();
    }

    /** Those that did not end in time. */
    long abandoned() {
        return actions.stream()
                .filter(action -> message(action, true).isPresent())
                .count();
    }

    Duration took() {
        return actions.stream().map(Action::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static Optional<String> message(Action action, boolean abandoned) {
        return action.outcome().<Optional<String>>fold(done -> Optional.empty(), failed -> Optional.of(failed.message())
                .filter(message -> failed.fault() == Fault.TOOL && abandoned == message.endsWith("was abandoned")));
    }
}
