package io.personaagent.plugins.files;

import java.time.Instant;

/**
 * A file or folder as it is listed.
 *
 * @param path inside the person's folder, with slashes; a folder's ends with one
 */
record Listed(String path, long bytes, Instant changed) {

    boolean isFolder() {
        return path.endsWith("/");
    }
}
