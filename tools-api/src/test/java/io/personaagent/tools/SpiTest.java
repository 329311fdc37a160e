package io.personaagent.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.contract.SpiSignatures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpiTest {

    @Test
    void signatures_areTheCommittedOnes() {
        SpiSignatures.verify(Path.of("spi.txt"), Spi.class);
    }

    @Test
    void version_isASemanticOneThatPf4jDoesNotSkip() {
        assertThat(Spi.VERSION).matches("\\d+\\.\\d+\\.\\d+").isNotEqualTo("0.0.0");
    }
}
