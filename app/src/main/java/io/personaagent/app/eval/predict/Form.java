package io.personaagent.app.eval.predict;

import io.personaagent.app.eval.dataset.Part;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.persona.align.Task;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedQuestion;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a task words its questions and keeps its log. */
enum Form {
    CITATION("LaMP_1", "title,abstract", "", Form.TWO_LABELS, "I wrote a paper: "),
    MOVIE_TAG(
            "LaMP_2M",
            "description",
            "tag",
            "sci-fi|based on a book|comedy|action|twist ending|dystopia|dark comedy|classic|psychology|fantasy|romance"
                    + "|thought-provoking|social commentary|violence|true story",
            "Which tag does this movie relate to among the following tags? Just answer with the tag name without further"
                    + " explanation. tags: [LABELS] description: "),
    NEWS_CATEGORY(
            "LaMP_2N",
            "title,text",
            "category",
            "women|religion|politics|style & beauty|entertainment|culture & arts|sports|science & technology|travel|business"
                    + "|crime|education|healthy living|parents|food & drink",
            "Which category does this article relate to among the following categories? Just answer with the category name"
                    + " without further explanation. categories: [LABELS] article: "),
    REVIEW_SCORE(
            "LaMP_3",
            "text",
            "score",
            "",
            "What is the score of the following review on a scale of 1 to 5? just answer with 1, 2, 3, 4, or 5 without"
                    + " further explanation. review: "),
    MOVIE_SCORE("ML_rating", "text", "score", "", Form.STARS),
    MOVIE_CHOICE("ML_choice", "text", "score", Form.TWO_LABELS, Form.STARS);

    private static final String TWO_LABELS = "[1]|[2]";
    private static final String STARS =
            "On a scale of 0.5 to 5 in half stars, what score would this user give the following movie? Answer with the"
                    + " score only. movie: ";

    private final String task;
    private final String fields;
    private final String label;
    private final String labels;
    private final String instruction;

    Form(String task, String fields, String label, String labels, String instruction) {
        this.task = task;
        this.fields = fields;
        this.label = label;
        this.labels = labels;
        this.instruction = instruction.replace("LABELS", labels.replace("|", ", "));
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

    /** How it is asked; some questions of the public data lack their instruction. */
    String question(Part input) {
        String text = input.text();
        String asked = ClosedQuestion.in(text).isPresent() || !asksForOne() ? text : instruction + text;
        if (ClosedQuestion.in(asked).filter(this::fits).isEmpty()) {
            throw input.expected(
                    labels.equals(TWO_LABELS)
                            ? "a question that ends in [1]: \"...\" [2]: \"...\""
                            : "a question that says what may be answered");
        }
        return asked;
    }

    /** How it is asked for the score of something, or which of two has the higher one. */
    static String question(String about) {
        return MOVIE_SCORE.instruction + about;
    }

    /** Which of two would get the higher score. */
    static String question(String first, String second) {
        return "Which of these two movies would this user rate higher? Answer with [1] or [2] only. [1]: \"%s\" [2]: \"%s\""
                .formatted(first, second);
    }

    private boolean asksForOne() {
        return !labels.equals(TWO_LABELS);
    }

    private boolean fits(ClosedQuestion question) {
        return switch (this) {
            case CITATION -> question.ask() instanceof Ask.Relate;
            case MOVIE_CHOICE -> question.ask() instanceof Ask.Prefer;
            case MOVIE_TAG, NEWS_CATEGORY -> question.ask() instanceof Ask.Classify;
            case REVIEW_SCORE, MOVIE_SCORE -> question.ask() instanceof Ask.Rate;
        };
    }

    /** An entry of the log as an interaction of which it is known what the person wanted, where that is known. */
    Episode episode(Part entry, Instant happened) {
        String given = label.isEmpty() ? "" : entry.at(label).name();
        return episode(entry.at("id").name(), about(entry), given, happened);
    }

    /** What an entry of the log is about. */
    String about(Part entry) {
        return String.join(
                ". ",
                Stream.of(fields.split(",", -1))
                        .map(field -> entry.at(field).text())
                        .toList());
    }

    /** The same from its parts; without a label it is something that the person said. */
    Episode episode(String id, String about, String given, Instant happened) {
        return new Episode(
                new EpisodeId(id),
                new Occasion(session(happened), happened, happened),
                Exchange.said("", instruction + about),
                new Provenance(Origin.IMPORT, Trust.TRUSTED, Sensitivity.ORDINARY, tags(given)),
                given.isBlank() ? List.of() : List.of(Feedback.corrected(given, happened)));
    }

    /** Whether an episode of a log was made in this form. */
    boolean isAskedIn(Episode episode) {
        return episode.exchange().query().startsWith(instruction);
    }

    /** What it was about. */
    String aboutOf(Episode episode) {
        return episode.exchange().query().substring(instruction.length());
    }

    /** What happens on one day is one conversation. */
    static String session(Instant happened) {
        return "on " + happened.toString().substring(0, 10);
    }

    private Set<String> tags(String given) {
        if (given.isBlank()) {
            return Set.of();
        }
        if (label.equals("score")) {
            return Set.of(Task.RATING_TAG + (this == REVIEW_SCORE ? "1 5" : "0.5 5"));
        }
        Set<String> tags = new HashSet<>(Set.of(Task.CHOICE_TAG));
        labels().forEach(each -> tags.add(Task.OPTION_TAG + each));
        return tags;
    }

    Key key(Part gold) {
        try {
            return key(gold.name());
        } catch (IllegalArgumentException none) {
            throw gold.expected(labels.isEmpty() ? "a score" : "one of " + String.join(", ", labels()));
        }
    }

    Key key(String gold) {
        return labels.isEmpty() ? Key.score(gold) : Key.label(gold, labels());
    }
}
