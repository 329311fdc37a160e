package io.personaagent.app.eval.predict;

import io.personaagent.app.eval.dataset.Part;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.Scale;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a task words its questions and keeps its log. */
enum Form {
    CITATION("LaMP_1", "title,abstract", "", Form.TWO_LABELS),
    MOVIE_TAG(
            "LaMP_2M",
            "description",
            "tag",
            "sci-fi|based on a book|comedy|action|twist ending|dystopia|dark comedy|classic|psychology|fantasy|romance"
                    + "|thought-provoking|social commentary|violence|true story"),
    NEWS_CATEGORY(
            "LaMP_2N",
            "title,text",
            "category",
            "women|religion|politics|style & beauty|entertainment|culture & arts|sports|science & technology|travel|business"
                    + "|crime|education|healthy living|parents|food & drink"),
    REVIEW_SCORE("LaMP_3", "text", "score", ""),
    MOVIE_SCORE("ML_rating", "text", "score", ""),
    MOVIE_CHOICE("ML_choice", "text", "score", Form.TWO_LABELS);

    private static final String TWO_LABELS = "[1]|[2]";
    private static final Pattern TWO = Pattern.compile("\\[1\\]: \"(.*)\" \\[2\\]: \"(.*)\"\\s*$", Pattern.DOTALL);
    private static final Scale STARS = new Scale(0.5, 5, 0.5);
    private static final Scale FIVE = new Scale(1, 5, 1);

    private final String task;
    private final String fields;
    private final String label;
    private final String labels;

    Form(String task, String fields, String label, String labels) {
        this.task = task;
        this.fields = fields;
        this.label = label;
        this.labels = labels;
    }

    /** The form of a task; LaMP 2 is told apart by what its questions ask for. */
    static Optional<Form> of(String task, String input) {
        String known = task.equals("LaMP_2") ? (input.contains("description:") ? "LaMP_2M" : "LaMP_2N") : task;
        return Stream.of(values()).filter(form -> form.task.equals(known)).findFirst();
    }

    static List<String> tasks() {
        return Stream.of(values()).map(form -> form.task).toList();
    }

    String task() {
        return task;
    }

    /** What can be answered; none where it is a score. */
    List<String> labels() {
        return labels.isEmpty() ? List.of() : List.of(labels.split("\\|", -1));
    }

    Scale scale() {
        return this == REVIEW_SCORE ? FIVE : STARS;
    }

    /** What the question asks. */
    Ask ask(Part input) {
        String text = input.text();
        return switch (this) {
            case CITATION ->
                two(input)
                        .map(both -> new Ask.Relate(both.group(1), both.group(2)))
                        .orElseThrow(() -> wrong(input));
            case MOVIE_CHOICE ->
                two(input)
                        .map(both -> new Ask.Prefer(both.group(1), both.group(2), scale()))
                        .orElseThrow(() -> wrong(input));
            case MOVIE_TAG -> new Ask.Classify(behind(text, "description: "), labels());
            case NEWS_CATEGORY -> new Ask.Classify(behind(text, "article: "), labels());
            case REVIEW_SCORE -> new Ask.Rate(behind(text, "review: "), scale());
            case MOVIE_SCORE -> new Ask.Rate(behind(text, "movie: "), scale());
        };
    }

    /** What an entry of the log is about. */
    String about(Part entry) {
        return String.join(
                ". ",
                Stream.of(fields.split(",", -1))
                        .map(field -> entry.at(field).text())
                        .toList());
    }

    /** What the person called it. */
    String label(Part entry) {
        return label.isEmpty() ? "" : entry.at(label).name();
    }

    Key key(Part gold) {
        try {
            return labels.isEmpty() ? Key.score(gold.name()) : Key.label(gold.name(), labels());
        } catch (IllegalArgumentException none) {
            throw gold.expected(labels.isEmpty() ? "a score" : "one of " + String.join(", ", labels()));
        }
    }

    private static Optional<Matcher> two(Part input) {
        return Optional.of(TWO.matcher(input.text())).filter(Matcher::find);
    }

    private static RuntimeException wrong(Part input) {
        return input.expected("a question that ends in [1]: \"...\" [2]: \"...\"");
    }

    /** Some questions of the public data lack their instruction. */
    private static String behind(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(at + mark.length());
    }
}
