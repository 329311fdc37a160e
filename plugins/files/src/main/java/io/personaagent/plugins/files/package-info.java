/** A folder of text files: listed, read, searched, and written with the person's approval. */
@NullMarked
package io.personaagent.plugins.files;

import org.jspecify.annotations.NullMarked;
