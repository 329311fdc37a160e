/** What a model does that obeys everybody, and what code lets through of it. */
@NullMarked
package io.personaagent.app.dojo;

import org.jspecify.annotations.NullMarked;
