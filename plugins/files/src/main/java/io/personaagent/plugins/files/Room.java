package io.personaagent.plugins.files;

import io.personaagent.tools.BadArgumentException;
import java.util.List;

/** How much a folder may hold. */
record Room(int files, long bytes) {

    static final Room OF_A_WORKSPACE = new Room(2_000, 100L << 20);
    static final Room UNLIMITED = new Room(Integer.MAX_VALUE, Long.MAX_VALUE);

    boolean isLimited() {
        return files < Integer.MAX_VALUE;
    }

    /**
     * Sees to it that there is room.
     *
     * @throws BadArgumentException when there is not
     */
    void check(List<Listed> there, long more) {
        if (there.size() >= files) {
            throw new BadArgumentException(
                    "there are %d files, and there is no room for more; delete some of them first"
                            .formatted(there.size()));
        }
        long used = there.stream().mapToLong(Listed::bytes).sum();
        if (used + more > bytes) {
            throw new BadArgumentException(
                    "the files take %s of %s, and there is no room for %s more; delete some of them first"
                            .formatted(Wording.size(used), Wording.size(bytes), Wording.size(more)));
        }
    }
}
