package io.personaagent.plugins.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Writes elements as plain text: paragraphs, headings with #, lists with -, cells with bars. Holds the state of one walk. */
final class Prose implements NodeVisitor {

    private static final Set<String> APART = Set.of(
            "p",
            "div",
            "section",
            "article",
            "ul",
            "ol",
            "table",
            "blockquote",
            "pre",
            "dl",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");
    private static final Set<String> OWN_LINE = Set.of("br", "tr", "dt", "dd", "figcaption", "option", "caption");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    private final StringBuilder text = new StringBuilder();
    private int preformatted;

    private Prose() {}

    static String of(Element element) {
        Prose prose = new Prose();
        NodeTraversor.traverse(prose, element);
        return Clean.text(prose.text.toString())
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words);
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (APART.contains(name)) {
                text.append("\n\n");
            } else if (OWN_LINE.contains(name)) {
                text.append('\n');
            }
            text.append(mark(name));
            preformatted += name.equals("pre") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            preformatted -= name.equals("pre") ? 1 : 0;
            if (APART.contains(name)) {
                text.append("\n\n");
            } else if (name.equals("td") || name.equals("th")) {
                text.append(" | ");
            }
        }
    }

    private void add(TextNode words) {
        if (preformatted > 0) {
            text.append(words.getWholeText());
            return;
        }
        String said = BLANKS.matcher(words.getWholeText()).replaceAll(" ");
        boolean begins = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(begins ? said.stripLeading() : said);
    }

    private static String mark(String name) {
        return switch (name) {
            case "h1" -> "# ";
            case "h2" -> "## ";
            case "h3", "h4", "h5", "h6" -> "### ";
            case "li" -> "\n- ";
            default -> "";
        };
    }
}
