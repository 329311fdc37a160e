package io.personaagent.app.show;

import io.personaagent.app.eval.predict.Estimate;
import io.personaagent.app.eval.predict.ExamReport;
import io.personaagent.app.eval.predict.Metric;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A learning curve as SVG: the leading metric against the number of labels, with alignment and without; better is always higher up. */
public final class LearningCurve {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LINES = 4;

    private final ExamReport exam;
    private final Metric metric;
    private final double least;
    private final double most;

    private LearningCurve(ExamReport exam, Metric metric) {
        this.exam = exam;
        this.metric = metric;
        List<Estimate> all = exam.curve().stream()
                .flatMap(point -> Stream.of(point.aligned(), point.unaligned()))
                .toList();
        double low = all.stream().mapToDouble(Estimate::low).min().orElse(0);
        double high = all.stream().mapToDouble(Estimate::high).max().orElse(1);
        this.least = low;
        this.most = high > low ? high : low + 1;
    }

    /**
     * The picture, as one XML document.
     *
     * @param title what stands above it, such as where the labels are from
     */
    public static String svg(ExamReport exam, String title) {
        Metric metric = exam.score().metrics().keySet().iterator().next();
        return new LearningCurve(exam, metric).draw(title);
    }

    private String draw(String title) {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n").append(text(LEFT, TOP / 2.0, title));
        for (int number = 0; number <= LINES; number++) {
            double value = least + (most - least) * number / LINES;
            svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"#ddd\"/>\n"
                            .formatted(LEFT, WIDTH - RIGHT, place(y(value)), place(y(value))))
                    .append(text(LEFT / 3.0, y(value) + 4, String.format(Locale.ROOT, "%.3f", value)));
        }
        exam.curve()
                .forEach(point ->
                        svg.append(text(x(point) - 8, HEIGHT - BOTTOM + 18, Integer.toString(point.labels()))));
        svg.append(text(WIDTH / 2.0 - 40, HEIGHT - 10, "number of labels"))
                .append(series("#b33", ExamReport.Point::unaligned))
                .append(series("#06c", ExamReport.Point::aligned))
                .append(legend("#06c", 0, metric.text() + ", aligned"))
                .append(legend("#b33", 1, metric.text() + ", not aligned"));
        return svg.append("</svg>\n").toString();
    }

    private String series(String colour, Function<ExamReport.Point, Estimate> of) {
        String line = exam.curve().stream()
                .map(point -> place(x(point)) + "," + place(y(of.apply(point).value())))
                .collect(Collectors.joining(" "));
        StringBuilder drawn = new StringBuilder(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n".formatted(colour, line));
        for (ExamReport.Point point : exam.curve()) {
            Estimate estimate = of.apply(point);
            drawn.append("<line x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%3$s\" stroke=\"%4$s\" opacity=\"0.5\"/>\n"
                    .formatted(place(x(point)), place(y(estimate.low())), place(y(estimate.high())), colour));
        }
        return drawn.toString();
    }

    private static String legend(String colour, int row, String words) {
        double y = HEIGHT - BOTTOM - 30 + row * 16.0;
        return "<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                        .formatted(WIDTH - 190, WIDTH - 165, place(y - 4), place(y - 4), colour)
                + text(WIDTH - 160, y, words);
    }

    private double x(ExamReport.Point point) {
        int widest = exam.curve().get(exam.curve().size() - 1).labels();
        return LEFT + (WIDTH - LEFT - RIGHT - 10.0) * point.labels() / Math.max(1, widest);
    }

    private double y(double value) {
        double share = (value - least) / (most - least);
        double up = metric.higherIsBetter() ? share : 1 - share;
        return HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM);
    }

    private static String text(double x, double y, String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        return "<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(place(x), place(y), escaped);
    }

    private static String place(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
