/** The LoCoMo conversations as episodes, and how much of them is found again. */
@NullMarked
package io.personaagent.memory.locomo;

import org.jspecify.annotations.NullMarked;
