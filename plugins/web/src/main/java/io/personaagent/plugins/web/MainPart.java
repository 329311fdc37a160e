package io.personaagent.plugins.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Finds what a page is about, and leaves out what stands around it.
 *
 * <p>What a page calls its main part is believed where it holds a fair share of the text. Otherwise the part counts that holds the most
 * paragraphs with few links in them, which is how reader views of browsers go about it.
 */
final class MainPart {

    /** What nobody sees: a page can speak to programs with it. */
    private static final String HIDDEN =
            "script, style, noscript, template, svg, canvas, iframe, object, embed, head > *:not(title), [hidden],"
                    + " [aria-hidden=true], [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden],"
                    + " [style~=(?i)opacity\\s*:\\s*0(\\.0+)?\\s*(;|$)], [style~=(?i)font-size\\s*:\\s*0]";

    private static final String AROUND =
            "nav, aside, footer, form, button, select, input, textarea, dialog, [role=navigation], [role=banner],"
                    + " [role=contentinfo], [role=complementary], [role=dialog], body > header";
    private static final String MAIN = "main, [role=main], article, #content, #main";
    private static final double FAIR_SHARE = 0.25;
    private static final int SHORTEST_PARAGRAPH = 25;
    /** Deeper nesting is flattened: no page needs it, and it costs the square of its depth. */
    private static final int DEEPEST = 100;

    private static final int MOST_LINKS = 300;

    private MainPart() {}

    static Page of(String html, Answer answer) {
        Document document = Parser.htmlParser()
                .setMaxDepth(DEEPEST)
                .parseInput(html, answer.target().toString());
        String title = Clean.line(document.title(), 200);
        document.select(HIDDEN).remove();
        List<Page.Link> links = links(document);
        Element body = document.body();
        String whole = Prose.of(body);
        body.select(AROUND).remove();
        String without = Prose.of(body);
        String text = main(body, without);
        return new Page(
                answer.target().toString(),
                title,
                text.isEmpty() ? (without.isEmpty() ? whole : without) : text,
                links,
                answer.cut());
    }

    private static String main(Element body, String around) {
        Element candidate = body.select(MAIN).stream()
                .max(Comparator.comparingInt(part -> part.text().length()))
                .filter(part -> part.text().length() >= FAIR_SHARE * around.length())
                .orElseGet(() -> densest(body));
        String text = Prose.of(candidate);
        return text.length() >= FAIR_SHARE * around.length() ? text : around;
    }

    /** A paragraph speaks for what it stands in, and half as much for what that stands in. */
    private static Element densest(Element body) {
        Map<Element, Double> scores = new HashMap<>();
        for (Element paragraph : body.select("p, pre, td, blockquote, li")) {
            String text = paragraph.ownText();
            Element parent = paragraph.parent();
            if (text.length() >= SHORTEST_PARAGRAPH && parent != null) {
                double score = 1
                        + text.chars()
                                .filter(letter -> letter == ',' || letter == '，')
                                .count()
                        + Math.min(text.length() / 100.0, 3);
                scores.merge(parent, score, Double::sum);
                if (parent.parent() != null) {
                    scores.merge(parent.parent(), score / 2, Double::sum);
                }
            }
        }
        return scores.entrySet().stream()
                .max(Comparator.comparingDouble(each -> each.getValue() * (1 - linked(each.getKey()))))
                .map(Map.Entry::getKey)
                .orElse(body);
    }

    private static double linked(Element part) {
        int all = part.text().length();
        return all == 0 ? 1 : (double) part.select("a").text().length() / all;
    }

    private static List<Page.Link> links(Document document) {
        return document.select("a[href]").stream()
                .map(link -> new Page.Link(Clean.line(link.text(), 120), link.absUrl("href")))
                .filter(link -> !link.text().isEmpty() && link.address().matches("https?://.*"))
                .distinct()
                .limit(MOST_LINKS)
                .toList();
    }
}
