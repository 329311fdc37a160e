package io.personaagent.plugins.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a zone says the same as the zone, to a reader that knows only what is written. */
class ZoneTextTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Sydney",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "America/Sao_Paulo",
                "Africa/Casablanca",
                "America/Nuuk",
                "Europe/Dublin",
                "Asia/Jerusalem",
                "America/Santiago"
            })
    void offsets_areThoseOfTheZone(String id) {
        WrittenZone read = read(ZoneId.of(id));

        for (int month = 0; month < 120; month++) {
            Instant moment = Instant.parse("2025-01-15T12:00:00Z").plusSeconds(month * 2_629_800L);
            LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneId.of(id));
            assertThat(read.local(moment)).as("%s at %s", id, moment).isEqualTo(local);
            assertThat(read.instant(local)).as("%s at %s", id, local).isEqualTo(moment);
        }
    }

    @Property(tries = 200)
    void offsets_areThoseOfBerlin(@ForAll @IntRange(min = 0, max = 50 * 365 * 24) int hours) {
        Instant moment = Instant.parse("2025-01-01T00:30:00Z").plusSeconds(hours * 3_600L);

        LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneId.of("Europe/Berlin"));
        assertThat(BERLIN.local(moment)).isEqualTo(local);
        assertThat(BERLIN.instant(local))
                .isEqualTo(local.atZone(ZoneId.of("Europe/Berlin")).toInstant());
        LocalDateTime jumpedOver = LocalDateTime.of(2027, 3, 28, 2, 0).plusMinutes(hours % 60);
        assertThat(BERLIN.instant(jumpedOver))
                .isEqualTo(jumpedOver.atZone(ZoneId.of("Europe/Berlin")).toInstant());
    }

    private static final WrittenZone BERLIN = read(ZoneId.of("Europe/Berlin"));

    private static WrittenZone read(ZoneId zone) {
        ICalendar calendar = new ICalendar();
        VEvent event = new VEvent();
        event.setDateStart(Date.from(NOW), true);
        calendar.addEvent(event);
        calendar.getTimezoneInfo()
                .setTimezone(
                        event.getDateStart(),
                        new TimezoneAssignment(TimeZone.getTimeZone(zone), ZoneText.of(zone, NOW)));
        ICalendar read = Biweekly.parse(Biweekly.write(calendar).go()).first();
        return new WrittenZone(read.getTimezoneInfo()
                .getTimezone(read.getEvents().get(0).getDateStart())
                .getComponent());
    }
}
