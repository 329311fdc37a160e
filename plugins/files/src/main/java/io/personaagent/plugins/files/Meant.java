package io.personaagent.plugins.files;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Preferences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the file that is meant where a name is not the whole of its path: "shopping" for notes/shopping.md. */
final class Meant {

    private static final int MOST_NAMED = 5;

    private final Folder folder;
    private final List<Place> folders;

    Meant(Folder folder, Habits habits, Preferences preferences) {
        this.folder = folder;
        this.folders = new ArrayList<>(List.of(Place.ROOT));
        habits.folder(preferences).ifPresent(usual -> folders.add(usualFolder(usual)));
    }

    /**
     * The existing file.
     *
     * @throws BadArgumentException when there is none, or more than one
     */
    Place the(String argument, String path) throws IOException {
        Place place = Place.of(argument, path);
        for (Place under : folders) {
            Place candidate = place.within(under);
            if (folder.exists(candidate)) {
                return candidate;
            }
        }
        List<Place> alike = place.hasEnding() ? List.of() : withSomeEnding(place);
        if (alike.size() == 1) {
            return alike.get(0);
        }
        throw new BadArgumentException(
                alike.isEmpty()
                        ? "argument '%s' is '%s', and there is no such file; %s"
                                .formatted(argument, Wording.shown(path), there())
                        : "argument '%s' is '%s', which fits %s; expected one of: %s"
                                .formatted(
                                        argument,
                                        Wording.shown(path),
                                        Wording.count(alike.size(), "file"),
                                        alike.stream().map(Place::toString).collect(Collectors.joining(", "))));
    }

    static Place usualFolder(Habits.Habit usual) {
        return Place.ofFolder("the preferred folder", usual.value());
    }

    private List<Place> withSomeEnding(Place place) throws IOException {
        List<Place> found = new ArrayList<>();
        for (Place under : folders) {
            Place candidate = place.within(under);
            if (folder.exists(candidate.parent())) {
                folder.list(candidate.parent()).stream()
                        .filter(each -> !each.isFolder())
                        .map(each -> candidate.sibling(
                                each.path().substring(each.path().lastIndexOf('/') + 1)))
                        .filter(each -> each.last().startsWith(candidate.last() + "."))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private String there() throws IOException {
        List<Listed> there = folder.list(Place.ROOT);
        String named = there.stream().limit(MOST_NAMED).map(Listed::path).collect(Collectors.joining(", "));
        if (there.isEmpty()) {
            return "the folder is empty";
        }
        return there.size() <= MOST_NAMED
                ? "there are: " + named
                : "there are: %s and %d more".formatted(named, there.size() - MOST_NAMED);
    }
}
