/** The time here and elsewhere, dates, and reminders. */
@NullMarked
package io.personaagent.plugins.clock;

import org.jspecify.annotations.NullMarked;
