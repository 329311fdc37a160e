/** Words for times, and the days that they mean: pure functions of a text and the day on which it was said. */
@NullMarked
package io.personaagent.memory.time;

import org.jspecify.annotations.NullMarked;
