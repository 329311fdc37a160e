package io.personaagent.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What is logged, and where: only what a person must know, on the standard error, because data goes to the standard output. The
 * environment variable {@code PERSONAAGENT_LOG} says how much, such as {@code DEBUG}.
 *
 * <p>Logback finds it by itself. In Java rather than XML, because reading the XML took a tenth of a cold start.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    /** One line per event: what others wrote must not be able to forge a second one. */
    private static final String LINE = "%level: %replace(%msg){'[\\p{Cntrl}]+', ' '}%n%nopex";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> err = new ConsoleAppender<>();
        err.setContext(context);
        err.setTarget("System.err");
        err.setEncoder(encoder(context));
        err.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getenv("PERSONAAGENT_LOG"), Level.WARN));
        root.addAppender(err);
        // Warns of missing GPUs and of its own defaults at each start.
        context.getLogger("ai.djl").setLevel(Level.ERROR);
        // What it would say is told by 'plugins list'.
        context.getLogger("org.pf4j").setLevel(Level.OFF);
        // What MCP servers do wrong is told by the call and by 'tools servers'; and they would write into this log.
        context.getLogger("io.modelcontextprotocol").setLevel(Level.OFF);
        context.getLogger("reactor").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }
}
