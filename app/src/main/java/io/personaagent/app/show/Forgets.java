package io.personaagent.app.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.forget.ForgetReceipt;
import io.personaagent.memory.forget.ForgetWatch;
import io.personaagent.memory.forget.Preview;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How forgetting is shown: what would go, and what came of it. */
public final class Forgets {

    private static final int SHOWN = 20;

    private Forgets() {}

    /** What would go. */
    public static List<String> lines(Preview preview, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(preview.scope() == Preview.Scope.EVERYTHING ? "All that is kept of you would go:" : "This would go:");
        List<Episode> episodes = preview.episodes();
        episodes.stream().limit(SHOWN).forEach(episode -> lines.add("  " + words.line(episode)));
        if (episodes.size() > SHOWN) {
            lines.add("  ... and %,d more, the last of %s"
                    .formatted(
                            episodes.size() - SHOWN,
                            words.time(
                                    episodes.get(episodes.size() - 1).occasion().happened())));
        }
        lines.add(counts(preview.removed()));
        preview.copies().forEach(copy -> lines.add("and the copy " + copy));
        return lines;
    }

    private static String counts(Removed removed) {
        List<String> parts = new ArrayList<>();
        parts.add(count(removed.episodes(), "episode"));
        if (removed.feedback() > 0) {
            parts.add(removed.feedback() + " of feedback");
        }
        removed.records().forEach((owner, kinds) -> parts.add(derived(owner, kinds)));
        if (removed.links() > 0) {
            parts.add(count(removed.links(), "link"));
        }
        if (removed.entries() > 0) {
            parts.add(
                    removed.entries() == 1 ? "1 entry of a tool" : "%,d entries of tools".formatted(removed.entries()));
        }
        return String.join(", ", parts);
    }

    private static String derived(String owner, Map<String, Long> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> "%,d %s".formatted(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(" and ", "", " records of " + owner));
    }

    private static String count(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }

    public static ObjectNode json(Preview preview) {
        ObjectNode node = Json.object().put("forgotten", false).put("scope", Json.word(preview.scope()));
        node.set("episodes", Json.list(preview.episodes(), Forgets::brief));
        node.set("removes", json(preview.removed()));
        node.set("copies", Json.texts(preview.copies()));
        return node;
    }

    private static ObjectNode brief(Episode episode) {
        return Json.object()
                .put("id", episode.id().value())
                .put("happened", episode.occasion().happened().toString())
                .put("text", Words.shortened(episode.exchange().query()));
    }

    /** What is printed when nothing fits. */
    public static ObjectNode nothing() {
        ObjectNode node = Json.object().put("forgotten", false);
        node.putArray("episodes");
        return node;
    }

    /** What came of it; nothing of what was forgotten. */
    public static List<String> lines(ForgetReceipt receipt) {
        List<String> lines = new ArrayList<>();
        lines.add("Forgotten (no. %d): %s."
                .formatted(
                        receipt.forgotten().number(), counts(receipt.forgotten().removed())));
        if (receipt.absorbedAgain() > 0) {
            lines.add("Derived again from %s that %s."
                    .formatted(
                            count(receipt.absorbedAgain(), "episode"),
                            receipt.absorbedAgain() == 1 ? "stays" : "stay"));
        }
        ForgetReceipt.Scan scan = receipt.scan();
        if (receipt.isDone()) {
            lines.add("Looked for %s of it in %s (%,d KiB): found nothing."
                    .formatted(count(scan.pieces(), "piece"), count(scan.files(), "file"), scan.bytes() / 1024));
        }
        receipt.alsoIn()
                .forEach(place -> lines.add("The same words stand in %s, which is left alone.".formatted(place)));
        return lines;
    }

    /** Why it is not done, and what will be. */
    public static String notDone(ForgetReceipt receipt) {
        return receipt.scan().found().isEmpty()
                ? "It cannot be read any more, but another process that reads your memory keeps its bytes on the disk."
                        + " They are wiped when that process has ended and memory is opened again."
                : "It cannot be read any more, but traces of it are still in %s; they are wiped when memory is opened again."
                        .formatted(String.join(", ", receipt.scan().found()));
    }

    public static ObjectNode json(ForgetReceipt receipt) {
        Forgotten forgotten = receipt.forgotten();
        ObjectNode node = Json.object()
                .put("forgotten", true)
                .put("done", receipt.isDone())
                .put("number", forgotten.number())
                .put("begun", forgotten.begun().toString())
                .put("stage", Json.word(forgotten.stage()))
                .put("digest", forgotten.digest());
        node.set("removed", json(forgotten.removed()));
        node.put("absorbedAgain", receipt.absorbedAgain());
        ObjectNode scan = node.putObject("scan")
                .put("pieces", receipt.scan().pieces())
                .put("files", receipt.scan().files())
                .put("bytes", receipt.scan().bytes());
        scan.set("found", Json.texts(receipt.scan().found()));
        node.set("alsoIn", Json.texts(receipt.alsoIn()));
        return node;
    }

    private static ObjectNode json(Removed removed) {
        ObjectNode node = Json.object().put("episodes", removed.episodes()).put("feedback", removed.feedback());
        ObjectNode records = node.putObject("records");
        removed.records().forEach((owner, kinds) -> {
            ObjectNode counts = records.putObject(owner);
            kinds.forEach(counts::put);
        });
        return node.put("links", removed.links()).put("entries", removed.entries());
    }

    /** What is told of a step that may take long. */
    public static Optional<String> words(ForgetWatch.Step step) {
        return switch (step) {
            case WAITING -> Optional.of("Waiting for another process that reads your memory ...");
            case REMOVING, WIPING, LOOKING -> Optional.empty();
        };
    }
}
