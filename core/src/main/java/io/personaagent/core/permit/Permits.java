package io.personaagent.core.permit;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.permit.Request.Why;
import io.personaagent.core.permit.Rule.Decision;
import io.personaagent.core.tool.Approval;
import io.personaagent.core.tool.Approvals;
import io.personaagent.core.tool.Pause;
import io.personaagent.core.tool.Ruling;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Goes by the person's rules, and asks them where those do not say: reading is free; writing is free unless words of others were read
 * before; what acts outside is asked for. A model's context always holds something private, the persona at least; so where words of others
 * were read before, what acts outside is asked for each time, whatever was said before. Thread-safe.
 */
public final class Permits implements Approvals {

    private final UserId user;
    private final RuleFile rules;
    private final Asker asker;

    /** What the person allowed for this conversation: a tool as it was then, with what it was asked under. */
    private final Map<String, Influence> session = new ConcurrentHashMap<>();

    /**
     * For one conversation.
     *
     * @throws io.personaagent.core.config.ConfigException when the rules cannot be read
     */
    public Permits(UserId user, RuleFile rules, Asker asker) {
        this.user = requireNonNull(user, "user");
        this.rules = requireNonNull(rules, "rules");
        this.asker = requireNonNull(asker, "asker");
        rules.read();
    }

    @Override
    public Ruling decide(ToolSpec spec, ToolCall call, Influence influence, Pause pause) {
        List<Rule> fitting =
                rules.read().stream().filter(rule -> rule.fits(user, call)).toList();
        if (says(fitting, Decision.DENY)) {
            return Ruling.refused("'%s' is denied by a rule of yours".formatted(spec.name()));
        }
        if (influence == Influence.UNTRUSTED_CONTENT && spec.effect() == Effect.EXTERNAL) {
            return asked(new Request(spec, call, Why.WORDS_OF_OTHERS_OUTSIDE), influence, pause);
        }
        if (allowedInSession(spec, influence)) {
            return Ruling.allowed(Approval.SESSION);
        }
        if (says(fitting, Decision.ASK)) {
            return asked(new Request(spec, call, Why.RULE), influence, pause);
        }
        return unasked(spec, influence, fitting)
                .map(Ruling::allowed)
                .orElseGet(() -> asked(new Request(spec, call, why(spec, fitting)), influence, pause));
    }

    private static boolean says(List<Rule> fitting, Decision decision) {
        return fitting.stream().anyMatch(rule -> rule.decision() == decision);
    }

    private boolean allowedInSession(ToolSpec spec, Influence influence) {
        Influence then = session.get(Definition.of(spec));
        return then != null && (then == influence || influence == Influence.PERSON);
    }

    /** Who allows it without being asked; a standing rule was not given for what others might write. */
    private static Optional<Approval> unasked(ToolSpec spec, Influence influence, List<Rule> fitting) {
        boolean free =
                switch (spec.effect()) {
                    case READ -> true;
                    case WRITE -> influence == Influence.PERSON;
                    case EXTERNAL -> false;
                };
        if (free) {
            return Optional.of(Approval.POLICY);
        }
        boolean ruled = influence == Influence.PERSON
                && fitting.stream().anyMatch(rule -> rule.decision() == Decision.ALLOW && rule.knows(spec));
        return ruled ? Optional.of(Approval.RULE) : Optional.empty();
    }

    private static Why why(ToolSpec spec, List<Rule> fitting) {
        if (spec.effect() == Effect.WRITE) {
            return Why.WORDS_OF_OTHERS;
        }
        return says(fitting, Decision.ALLOW) ? Why.CHANGED : Why.OUTSIDE;
    }

    /** What was allowed with words of others in sight stays so. */
    private static Influence wider(Influence before, Influence now) {
        return before == Influence.UNTRUSTED_CONTENT ? before : now;
    }

    private Ruling asked(Request request, Influence influence, Pause pause) {
        pause.waiting();
        Consent said = asker.ask(request);
        Consent consent = request.offers().contains(said) ? said : Consent.NO;
        switch (consent) {
            case SESSION -> session.merge(Definition.of(request.spec()), influence, Permits::wider);
            case ALWAYS -> rules.add(Rule.allowing(user, request.spec(), request.call()));
            case NEVER -> rules.add(Rule.denying(user, request.spec()));
            case ONCE, NO -> {
                return consent == Consent.ONCE ? Ruling.allowed(Approval.PERSON) : Ruling.refused();
            }
        }
        return consent == Consent.NEVER
                ? Ruling.refused(
                        "'%s' is denied from now on".formatted(request.spec().name()))
                : Ruling.allowed(Approval.PERSON);
    }
}
