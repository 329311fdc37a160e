package io.personaagent.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.persona.align.process.Holder;
import org.junit.jupiter.api.Test;

class ThisProcessTest {

    private final ThisProcess process = new ThisProcess();

    @Test
    void isAlive_isTrueOfItself() {
        assertThat(process.isAlive(process.name())).isTrue();
    }

    @Test
    void isAlive_isFalseOfOneThatHasItsNumberButBeganEarlier() {
        Holder here = Holder.here("");
        String earlier = "%d %s %s".formatted(here.pid(), here.started().minusSeconds(60), here.place());

        assertThat(process.isAlive(earlier)).isFalse();
    }

    @Test
    void isAlive_isFalseOfANumberThatNobodyHas() {
        Holder here = Holder.here("");

        assertThat(process.isAlive("%d %s %s".formatted(Integer.MAX_VALUE, here.started(), here.place())))
                .isFalse();
        assertThat(process.isAlive("what is this")).isFalse();
    }

    @Test
    void isAlive_isTrueOfOneOfAnotherPlace_sinceNobodyHereCanTell() {
        Holder here = Holder.here("");

        assertThat(process.isAlive("%d %s elsewhere".formatted(Integer.MAX_VALUE, here.started())))
                .isTrue();
    }
}
