package io.personaagent.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What LangChain4j's {@code @Tool} has no room for: effect, example utterances and permissions. For {@link AnnotatedTools}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Traits {

    /** What a call may change. */
    Effect effect() default Effect.EXTERNAL;

    /** Utterances that ask for the tool, with arguments in braces; see {@link ToolSpec#examples()}. */
    String[] examples() default {};

    /** Permissions in the form of {@link Permission#parse}. */
    String[] needs() default {};
}
