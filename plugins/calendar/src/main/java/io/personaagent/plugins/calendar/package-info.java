/** A calendar in the iCalendar format: what is on, what is free, and changes to it. */
@NullMarked
package io.personaagent.plugins.calendar;

import org.jspecify.annotations.NullMarked;
