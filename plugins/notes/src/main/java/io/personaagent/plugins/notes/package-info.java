/** Notes and to-dos of each person. */
@NullMarked
package io.personaagent.plugins.notes;

import org.jspecify.annotations.NullMarked;
