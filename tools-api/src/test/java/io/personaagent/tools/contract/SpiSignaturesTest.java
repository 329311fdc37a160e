package io.personaagent.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.Extension;

class SpiSignaturesTest {

    @Test
    void of_namesPublicTypesAndMembersAndNothingElse() {
        String text = SpiSignatures.of(SpiSignatures.class);

        assertThat(text)
                .contains("public final class io.personaagent.tools.contract.SpiSignatures\n")
                .contains("    public static void verify(java.nio.file.Path, java.lang.Class<?>[])\n")
                .contains("public abstract class io.personaagent.tools.contract.ToolContract\n")
                .contains("    protected abstract io.personaagent.tools.ToolProvider provider()\n")
                .doesNotContain("TypeSignature")
                .doesNotContain("private")
                .doesNotContain("lambda$");
    }

    @Test
    void of_readsJarsAndSeveralPackages() {
        String text = SpiSignatures.of(NullMarked.class, Extension.class);

        assertThat(text)
                .contains("public @interface org.jspecify.annotations.NullMarked")
                .contains("public interface org.pf4j.ExtensionPoint");
    }

    @Test
    void verify_failsOnADifferenceAndSaysWhatToDo(@TempDir Path folder) throws IOException {
        Path committed = folder.resolve("spi.txt");
        Files.writeString(committed, SpiSignatures.of(Extension.class));

        assertThatThrownBy(() -> SpiSignatures.verify(committed, NullMarked.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dspi.write=true");
        Files.writeString(committed, SpiSignatures.of(NullMarked.class));
        SpiSignatures.verify(committed, NullMarked.class);
    }
}
