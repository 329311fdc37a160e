package io.personaagent.plugins.web;

import io.personaagent.tools.Deadline;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a page of what a server answered, where it is one. */
final class PageReader {

    private static final Pattern HTML = Pattern.compile("text/html|application/xhtml\\+xml");
    private static final Pattern PLAIN =
            Pattern.compile("text/.*|application/(json|xml|yaml|x-yaml|javascript|.*\\+json|.*\\+xml)");
    private static final Pattern LOOKS_LIKE_HTML =
            Pattern.compile("^\\s*<(!doctype html|html|head|body|!--)", Pattern.CASE_INSENSITIVE);

    private final Fetcher fetcher;

    PageReader(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    Page read(Target target, String language, Deadline deadline) throws WebException {
        Answer answer = fetcher.page(target, language, deadline);
        if (answer.status() >= 400) {
            throw refused(answer);
        }
        String type = answer.type().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!type.isEmpty()
                && !HTML.matcher(type).matches()
                && !PLAIN.matcher(type).matches()) {
            throw WebException.caller("'%s' is no page but %s of %s; only pages and texts are read"
                    .formatted(answer.target(), Clean.line(type, 60), size(answer)));
        }
        String content = Decoding.of(answer.body(), answer.type());
        if (type.isEmpty() && content.indexOf('\0') >= 0) {
            throw WebException.caller("'%s' is no page but %s that are no text; only pages and texts are read"
                    .formatted(answer.target(), size(answer)));
        }
        boolean html = HTML.matcher(type).matches()
                || (!type.equals("text/plain")
                        && LOOKS_LIKE_HTML.matcher(content).find());
        return html
                ? MainPart.of(content, answer)
                : new Page(answer.target().toString(), "", Clean.text(content).strip(), List.of(), answer.cut());
    }

    private static WebException refused(Answer answer) {
        int status = answer.status();
        String told = "'%s' answered with status %d".formatted(answer.target(), status);
        if (status == 429 || status >= 500) {
            return WebException.world(told + "; try again later");
        }
        return WebException.caller(
                told + (status == 401 || status == 403 ? "; it is not for everybody" : "; check the address"));
    }

    private static String size(Answer answer) {
        return answer.cut()
                ? "more than %d bytes".formatted(answer.body().length)
                : "%d bytes".formatted(answer.body().length);
    }
}
