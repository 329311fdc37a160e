package io.personaagent.plugins.web;

import crawlercommons.robots.SimpleRobotRulesParser;
import io.personaagent.tools.Deadline;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps to what a site asks of programs (RFC 9309). Asked anew for each page: one page is read for a person, no site is gone through. */
final class Robots {

    private static final int LARGEST = 500 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final String HINT = "; the person may read it in a browser, or set robots = false in [plugins.web]";

    private final Fetcher fetcher;

    Robots(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** @throws WebException when the site does not want the page read by programs */
    void check(Target target, Deadline deadline) throws WebException {
        Answer answer = fetcher.once(target.robots(), LARGEST, Map.of(), deadline);
        for (int redirects = 0; redirects < MOST_REDIRECTS && answer.isRedirect(); redirects++) {
            answer = fetcher.once(answer.target().redirected(answer.location()), LARGEST, Map.of(), deadline);
        }
        if (answer.status() >= 500) {
            throw WebException.world("the robots.txt of '%s' answered with status %d, so nothing is read there%s"
                    .formatted(target.host(), answer.status(), HINT));
        }
        if (answer.status() == 200 && !allows(answer, target)) {
            throw WebException.caller(
                    "the robots.txt of '%s' asks programs not to read this page%s".formatted(target.host(), HINT));
        }
    }

    private static boolean allows(Answer answer, Target target) {
        return new SimpleRobotRulesParser()
                .parseContent(
                        answer.target().toString(),
                        answer.body(),
                        "text/plain",
                        List.of(Fetcher.AGENT.toLowerCase(Locale.ROOT)))
                .isAllowed(target.toString());
    }
}
