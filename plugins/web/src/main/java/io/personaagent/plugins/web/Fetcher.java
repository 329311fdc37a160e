package io.personaagent.plugins.web;

import io.personaagent.tools.Deadline;
import java.util.Map;
import java.util.TreeMap;

/** Gets a page, following where it is sent on to; each host on the way is checked as the first one is. */
final class Fetcher {

    static final String AGENT = "PersonaAgent";

    private static final int MOST_REDIRECTS = 5;
    private static final int LARGEST_PAGE = 2 << 20;

    private final WebSettings settings;
    private final Wire wire;
    private final Robots robots;

    Fetcher(WebSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.robots = new Robots(this);
    }

    /**
     * The answer at the end of all redirects.
     *
     * @param language what the header Accept-Language says
     */
    Answer page(Target first, String language, Deadline deadline) throws WebException {
        Target target = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = hop(target, first, language, deadline);
            if (!answer.isRedirect()) {
                return answer;
            }
            target = next(answer, first);
        }
        throw WebException.world("'%s' sends on more than %d times".formatted(first, MOST_REDIRECTS));
    }

    /** One answer of a host that may be asked, whatever it says. */
    Answer once(Target target, int most, Map<String, String> headers, Deadline deadline) throws WebException {
        String problem = settings.problem(target.host()).orElse("");
        if (!problem.isEmpty()) {
            throw WebException.caller(problem);
        }
        Map<String, String> all = new TreeMap<>(headers);
        all.put("User-Agent", AGENT + " (reads a page for a person)");
        return wire.get(target, all, most, deadline);
    }

    private Answer hop(Target target, Target first, String language, Deadline deadline) throws WebException {
        try {
            if (settings.robots()) {
                robots.check(target, deadline);
            }
            return once(
                    target,
                    LARGEST_PAGE,
                    Map.of(
                            "Accept",
                            "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
                            "Accept-Language",
                            language),
                    deadline);
        } catch (WebException refused) {
            throw target.equals(first)
                    ? refused
                    : refused.prefixed("'%s' sends on to '%s': ".formatted(first, Clean.line(target.toString(), 100)));
        }
    }

    private static Target next(Answer answer, Target first) throws WebException {
        try {
            return answer.target().redirected(answer.location());
        } catch (WebException unusable) {
            throw unusable.prefixed("'%s' sends on to '%s', but ".formatted(first, Clean.line(answer.location(), 100)));
        }
    }
}
