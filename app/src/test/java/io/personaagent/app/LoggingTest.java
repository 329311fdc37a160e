package io.personaagent.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LoggingTest {

    @Test
    void configure_isFoundByLogback() {
        assertThat(ServiceLoader.load(Configurator.class)).hasOnlyElementsOfType(Logging.class);
    }

    @Test
    void configure_writesOneLineForEachWarningToTheStandardError() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        LoggerContext context = context();
        try {
            new Logging().configure(context);
            context.getLogger("any").warn("first\nERROR: {}", "forged", new IllegalStateException("trace"));
            context.getLogger("any").info("unheard");
        } finally {
            context.stop();
            System.setErr(before);
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("WARN: first ERROR: forged" + System.lineSeparator());
    }

    @Test
    void configure_silencesWhatIsToldElsewhere() {
        LoggerContext context = context();
        new Logging().configure(context);

        assertThat(context.getLogger("org.pf4j.PluginManager").getEffectiveLevel())
                .isEqualTo(Level.OFF);
        assertThat(context.getLogger("ai.djl.util").getEffectiveLevel()).isEqualTo(Level.ERROR);
        context.stop();
    }

    private static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }
}
