package io.personaagent.core.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All listings put together: one tool for each name, the first that has it. Not changed once it is made. */
final class Assortment {

    private final Map<String, LentTool> tools = new LinkedHashMap<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<ToolProblem> problems = new ArrayList<>();

    Assortment(List<Listing> listings) {
        for (Listing listing : listings) {
            problems.addAll(listing.problems());
            listing.provided().forEach(this::add);
        }
    }

    Map<String, LentTool> tools() {
        return tools;
    }

    List<Offer> offers() {
        return offers;
    }

    List<ToolProblem> problems() {
        return problems;
    }

    private void add(Listing.Provided provided) {
        offers.add(provided.offer());
        for (LentTool tool : provided.tools()) {
            LentTool there = tools.putIfAbsent(tool.spec().name(), tool);
            if (there != null) {
                problems.add(new ToolProblem(provided.offer().name(), taken(tool, there)));
            }
        }
    }

    private static String taken(LentTool tool, LentTool there) {
        return "has a tool '%s', but provider '%s' has one of this name; the one of '%s' is used"
                .formatted(
                        tool.spec().name(), there.offer().name(), there.offer().name());
    }
}
