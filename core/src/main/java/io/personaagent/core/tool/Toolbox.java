package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.args.Reading;
import io.personaagent.core.config.Suggestion;
import io.personaagent.core.guard.GuardedCall;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's tools: checks a call, has it approved, and runs it within limits.
 *
 * <p>Thread-safe. Nothing that a tool does, or fails to do, comes out as an exception: each call has its observation.
 */
public final class Toolbox {

    static final String CANCELLED = "cancelled";

    private static final int MOST_NAMED = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);

    private final ToolCatalogue catalogue;
    private final ToolLending lending;
    private final ToolLimits limits;
    private final Approvals approvals;
    private final RateLimits rates;
    private final Presentation presentation;
    private final Map<String, Queue<GuardedCall<?>>> abandoned = new ConcurrentHashMap<>();

    public Toolbox(ToolCatalogue catalogue, ToolLending lending, ToolLimits limits, Approvals approvals) {
        this(catalogue, lending, limits, approvals, catalogue.safeguards().rates());
    }

    private Toolbox(
            ToolCatalogue catalogue, ToolLending lending, ToolLimits limits, Approvals approvals, RateLimits rates) {
        this.rates = rates;
        this.catalogue = requireNonNull(catalogue, "catalogue");
        this.lending = requireNonNull(lending, "lending");
        this.limits = requireNonNull(limits, "limits");
        this.approvals = requireNonNull(approvals, "approvals");
        this.presentation = new Presentation(lending.outputs(), limits.output());
    }

    /** The same without a limit to how often tools are called, for what goes through the past. */
    public Toolbox unmetered() {
        return new Toolbox(catalogue, lending, limits, approvals, RateLimits.none());
    }

    /** What may be used, always in the same order. */
    public List<ToolSpec> specs() {
        return catalogue.specs();
    }

    /** What cannot be used, and why. */
    public List<ToolProblem> problems() {
        return catalogue.problems();
    }

    /** What providers have to say unasked, in the order of the providers; see {@link io.personaagent.tools.NoticeSource}. */
    public List<String> notices() {
        return new Notices(catalogue, lending).collect(limits.output());
    }

    /** Where the person's long outputs are kept. */
    public Outputs outputs() {
        return lending.outputs();
    }

    /**
     * Makes the calls of a step, several at the same time, once all of them have been approved or refused. Waiting for
     * the person's approval does not count as the turn's time.
     *
     * @return one observation for each call, in the order of the calls
     */
    public List<Observation> run(Step.UseTools step, Errand errand) {
        List<Job> jobs = new ArrayList<>();
        Origins origins = new Origins(catalogue, step, errand.use().asked());
        step.calls().forEach(call -> jobs.add(job(call, origins, errand)));
        errand.pause().going();
        Deque<Supplier<Observation>> running = new ArrayDeque<>();
        List<Observation> observed = new ArrayList<>();
        for (Job job : jobs) {
            if (running.size() == limits.parallel()) {
                observed.add(running.remove().get());
            }
            running.add(job.start());
        }
        running.forEach(last -> observed.add(last.get()));
        return List.copyOf(observed);
    }

    /** The same for calls that no question of the person stands behind: they are lent what is ordinary. */
    public List<Observation> run(Step.UseTools step, TurnDeadline deadline) {
        return run(step, Errand.within(deadline));
    }

    /** The call with its arguments in the types that the tool takes, as far as they can be read so; for who writes everything as text. */
    public ToolCall typed(ToolCall call) {
        Arguments read = catalogue
                .find(call.tool())
                .map(tool -> tool.parameters().read(call.arguments()).arguments())
                .orElse(call.arguments());
        return new ToolCall(call.id(), call.tool(), read);
    }

    /** A call that can be started, or whose observation is known without. */
    private interface Job {
        Supplier<Observation> start();
    }

    private Job job(ToolCall call, Origins origins, Errand errand) {
        TurnDeadline deadline = errand.deadline();
        if (deadline.over()) {
            return refused(call, late(call, deadline));
        }
        Optional<LentTool> found = catalogue.find(call.tool());
        if (found.isEmpty()) {
            return refused(call, "there is no tool '%s'; %s".formatted(call.tool(), known(call.tool())));
        }
        LentTool tool = found.get();
        Reading reading = tool.parameters().read(call.arguments());
        if (!reading.problems().isEmpty()) {
            return refused(call, "%s: %s".formatted(call.tool(), String.join("; ", reading.problems())));
        }
        Optional<Job> barred = barred(call, tool);
        if (barred.isPresent()) {
            return barred.get();
        }
        ToolCall made = new ToolCall(call.id(), call.tool(), reading.arguments());
        Ruling ruling = ruling(tool.spec(), made, origins.influence(made, tool), errand);
        return ruling.by() == Approval.NOBODY
                ? refused(call, ruling.because().isEmpty() ? unapproved(tool.spec()) : ruling.because())
                : () -> started(
                        new RunningCall.Order(call, reading, tool, ruling.by(), origins.ofOthers(tool)), errand);
    }

    /** Nobody is asked about a call that could not be made. */
    private Optional<Job> barred(ToolCall call, LentTool tool) {
        String provider = tool.offer().name();
        Optional<String> suspended = catalogue.safeguards().health().suspended(provider);
        if (suspended.isPresent()) {
            String why = "%s was not called: '%s' %s".formatted(call.tool(), provider, suspended.get());
            return Optional.of(() -> () -> unmade(call, ToolResult.failed(Fault.TOOL, why)));
        }
        return rates.refusal(lending.user(), call.tool()).map(why -> refused(call, why));
    }

    private Supplier<Observation> started(RunningCall.Order order, Errand errand) {
        if (errand.deadline().over()) {
            return refused(order.call(), late(order.call(), errand.deadline())).start();
        }
        String name = order.tool().spec().name();
        Queue<GuardedCall<?>> leftBehind = abandoned.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>());
        leftBehind.removeIf(call -> !call.running());
        if (leftBehind.size() >= limits.abandoned()) {
            ToolResult suspended = ToolResult.failed(
                    Fault.TOOL,
                    "%s is suspended: %d of its calls were abandoned and are still running"
                            .formatted(name, leftBehind.size()));
            return () -> unmade(order.call(), suspended);
        }
        RunningCall call = RunningCall.start(order, lending, errand, limits.call());
        Health health = catalogue.safeguards().health();
        return () -> presentation.of(
                call.await(leftBehind::add, health), order.reading().notes());
    }

    private Ruling ruling(ToolSpec spec, ToolCall call, Influence influence, Errand errand) {
        TurnDeadline deadline = errand.deadline();
        Duration before = deadline.spent();
        try {
            return approvals.decide(spec, call, influence, errand.pause());
        } catch (RuntimeException couldNotAsk) {
            LOG.warn("nobody could be asked about {}", spec.name(), couldNotAsk);
            return Ruling.refused();
        } finally {
            deadline.forgive(deadline.spent().minus(before));
        }
    }

    private String known(String meant) {
        List<String> names = specs().stream().map(ToolSpec::name).toList();
        if (names.size() > MOST_NAMED) {
            return "%sfind_tools finds what there is among %d"
                    .formatted(
                            Suggestion.closest(meant, names)
                                    .map("did you mean '%s'? "::formatted)
                                    .orElse(""),
                            names.size());
        }
        return names.isEmpty() ? "there are none" : "there are: " + String.join(", ", names);
    }

    private static String late(ToolCall call, TurnDeadline deadline) {
        return deadline.cancelled() ? CANCELLED : "%s was not called: the turn's time is up".formatted(call.tool());
    }

    private static String unapproved(ToolSpec spec) {
        String would = spec.effect() == Effect.EXTERNAL
                ? "change or send something outside this machine"
                : "change what is kept for you";
        return "'%s' would %s and was not approved".formatted(spec.name(), would);
    }

    private Job refused(ToolCall call, String why) {
        return () -> () -> unmade(call, ToolResult.failed(Fault.CALLER, why));
    }

    private Observation unmade(ToolCall call, ToolResult why) {
        return presentation.of(new Observation(call, why, Duration.ZERO, Approval.NOBODY.word()), List.of());
    }
}
