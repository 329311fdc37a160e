package io.personaagent.plugins.files;

import io.personaagent.tools.Deadline;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Gathers ordinary files that are not hidden, as long as there is time and they are not too many; holds the state of one walk. */
final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final int most;
    private final Deadline deadline;
    private final List<Path> found = new ArrayList<>();

    Walk(Path root, int most, Deadline deadline) {
        this.root = root;
        this.most = most;
        this.deadline = deadline;
    }

    List<Path> found() {
        return List.copyOf(found);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(root) || !isHidden(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file)) {
            found.add(file);
        }
        return found.size() >= most || deadline.over() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
