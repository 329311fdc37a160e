/** The people whom the person knows, and their birthdays. */
@NullMarked
package io.personaagent.plugins.contacts;

import org.jspecify.annotations.NullMarked;
