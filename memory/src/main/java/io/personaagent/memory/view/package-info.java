/**
 * Which of a backend's derived views serves. A view is a generation of records; a new one is built beside the one that serves and takes its
 * place in one write.
 */
@NullMarked
package io.personaagent.memory.view;

import org.jspecify.annotations.NullMarked;
