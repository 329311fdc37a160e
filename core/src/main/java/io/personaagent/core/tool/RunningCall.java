package io.personaagent.core.tool;

import io.personaagent.core.args.Reading;
import io.personaagent.core.guard.Ending;
import io.personaagent.core.guard.GuardedCall;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Fault;
import io.personaagent.tools.NotPermittedException;
import io.personaagent.tools.ToolResult;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One approved call on its way, from its start to its observation. */
final class RunningCall {

    /** How long a cancellation from another thread may stay unnoticed. */
    private static final Duration GLANCE = Duration.ofMillis(20);

    /**
     * What to run.
     *
     * @param call as it was asked for
     * @param reading its arguments as the tool gets them
     * @param ofOthers whether what it keeps may be words of others
     */
    record Order(ToolCall call, Reading reading, LentTool tool, Approval approval, boolean ofOthers) {}

    private final Order order;
    private final TurnDeadline turn;
    private final TurnDeadline own;
    private final Duration limit;
    private final Trail trail;
    private final GuardedCall<Optional<ToolResult>> body;

    private RunningCall(Order order, ToolLending lending, Errand errand, Duration limit) {
        this.order = order;
        this.turn = errand.deadline();
        this.own = turn.part(limit);
        this.limit = limit;
        LentTool tool = order.tool();
        String provider = tool.offer().name();
        this.trail = new Trail(new Marks(lending, provider), order.ofOthers());
        LentContext context = new LentContext(lending, provider, insight(tool, lending, errand), this::left, trail);
        this.body = GuardedCall.start(
                "tool-" + tool.spec().name(),
                tool.classLoader(),
                () -> Optional.ofNullable(tool.tool().call(order.reading().arguments(), context)));
    }

    static RunningCall start(Order order, ToolLending lending, Errand errand, Duration limit) {
        return new RunningCall(order, lending, errand, limit);
    }

    private static Insight insight(LentTool tool, ToolLending lending, Errand errand) {
        String name = tool.spec().name();
        return LentContext.readsMemory(tool.spec())
                ? Insight.of(lending, errand.useBy(tool.spec()), lent -> errand.witness()
                        .lent(name, lent))
                : Insight.refused(tool.offer().name());
    }

    /**
     * Waits for it, at most as long as it may take.
     *
     * @param abandoned gets the call when it did not end in time or the turn was cancelled
     * @param health hears whether it ended in the time that it had for itself
     */
    Observation await(Consumer<GuardedCall<?>> abandoned, Health health) {
        Optional<Ending<Optional<ToolResult>>> ending = ending();
        Duration took = own.spent();
        if (ending.isEmpty()) {
            body.abandon();
            abandoned.accept(body);
        }
        tell(health, ending.isPresent());
        own.cancel();
        if (ending.isPresent()) {
            trail.ended();
        }
        return new Observation(
                order.call(), result(ending), took, order.approval().word(), trail.brought());
    }

    /** A call that the turn or the person ended early says nothing of its provider. */
    private void tell(Health health, boolean ended) {
        String provider = order.tool().offer().name();
        if (ended) {
            health.ended(provider);
        } else if (!turn.over()) {
            health.hung(provider, name());
        }
    }

    private Duration left() {
        return turn.over() ? Duration.ZERO : own.left();
    }

    private Optional<Ending<Optional<ToolResult>>> ending() {
        try {
            while (true) {
                Duration left = left();
                Optional<Ending<Optional<ToolResult>>> ending = body.await(left.compareTo(GLANCE) < 0 ? left : GLANCE);
                if (ending.isPresent() || left.isZero()) {
                    return ending;
                }
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            turn.cancel();
            return Optional.empty();
        }
    }

    private ToolResult result(Optional<Ending<Optional<ToolResult>>> ending) {
        if (ending.isPresent()) {
            return ending.get().fold(this::answered, this::broke);
        }
        if (turn.cancelled()) {
            return ToolResult.failed(Fault.CALLER, Toolbox.CANCELLED);
        }
        String late = turn.over()
                ? "%s had not ended when the turn's time was up, and was abandoned".formatted(name())
                : "%s took longer than %s s and was abandoned".formatted(name(), seconds(limit));
        return ToolResult.failed(Fault.TOOL, late);
    }

    private ToolResult answered(Optional<ToolResult> answer) {
        return answer.orElseGet(() ->
                ToolResult.failed(Fault.TOOL, "%s broke: it returned null instead of a result".formatted(name())));
    }

    private ToolResult broke(Throwable cause) {
        if (cause instanceof BadArgumentException) {
            return ToolResult.failed(Fault.CALLER, "%s: %s".formatted(name(), cause.getMessage()));
        }
        if (cause instanceof NotPermittedException) {
            return ToolResult.failed(Fault.TOOL, "%s: %s".formatted(name(), cause.getMessage()));
        }
        if (cause instanceof UncheckedIOException || cause instanceof MemoryException) {
            return ToolResult.failed(Fault.WORLD, "%s: %s".formatted(name(), cause.getMessage()));
        }
        return ToolResult.failed(Fault.TOOL, "%s broke: %s".formatted(name(), Ending.describe(cause)));
    }

    private String name() {
        return order.tool().spec().name();
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
