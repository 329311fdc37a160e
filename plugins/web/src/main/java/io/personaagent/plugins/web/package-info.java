/** Web pages as readable text, never from a private network. */
@NullMarked
package io.personaagent.plugins.web;

import org.jspecify.annotations.NullMarked;
