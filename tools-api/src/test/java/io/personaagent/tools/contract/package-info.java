/** What every tool plugin owes, as tests that its author extends, and what such tests need. */
@NullMarked
package io.personaagent.tools.contract;

import org.jspecify.annotations.NullMarked;
