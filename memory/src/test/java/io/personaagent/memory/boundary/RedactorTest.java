package io.personaagent.memory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My card is 4111 1111 1111 1111, ok?|My card is [redacted: card ending 1111], ok?",
                "card 4111111111111111|card [redacted: card ending 1111]",
                "卡号４１１１１１１１１１１１１１１１|卡号[redacted: card ending 1111]",
                "amex 3782 822463 10005|amex [redacted: card ending 0005]",
                "my credit card: 41 11 11 11 11 11 11 11|my credit card: [redacted: card ending 1111]",
                "pay to DE89 3704 0044 0532 0130 00 please|pay to [redacted: IBAN ending 00] please",
                "gb29nwbk60161331926819|[redacted: IBAN ending 19]",
                "My password is hunter2!|My password is [redacted: password]!",
                "my password is swordfish.|my password is [redacted: password].",
                "The password for the wifi is 'open sesame' ok|The password for the wifi is '[redacted: password]' ok",
                "passcode: Tr0ub4dor&3|passcode: [redacted: password]",
                "PIN is 1234|PIN is [redacted: PIN or code]",
                "My PIN for the bank card is 0042.|My PIN for the bank card is [redacted: PIN or code].",
                "Die Geheimzahl ist 4711|Die Geheimzahl ist [redacted: PIN or code]",
                "cvv 123|cvv [redacted: card code]",
                "The safe's combination is 12-34-56|The safe's combination is [redacted: PIN or code]",
                "redis://:s3cr3t@cache:6379/0|redis://:[redacted: password]@cache:6379/0",
                "https://bob:p4ss@example.org/x|https://bob:[redacted: password]@example.org/x",
                "seed phrase: abandon ability able about above absent absorb abstract absurd abuse access accident|seed phrase: [redacted: password]",
                "mysqldump --password=x9!aZ db|mysqldump --password=[redacted: password] db"
            })
    void redact_leavesAMarkerWhereTheSecretStood(String text, String kept) {
        assertThat(Redactor.redact(text).kept()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My password is too weak.",
                "my password is expired.",
                "The password is wrong, so I reset it.",
                "What is my password?",
                "My password manager is Bitwarden.",
                "The password field in the form is too narrow.",
                "Mein Passwort ist abgelaufen.",
                "Mein Passwort ist der Name meiner Katze.",
                "我的密码是我的生日。",
                "The password is the same as before.",
                "Passwords: how to choose them",
                "Can you pin that message to the top?",
                "The pin broke in 2019.",
                "My order number is 4111 1111 1111 1112.",
                "Call +44 7700 900123 or 0800 1111.",
                "The tracking number is 1Z999AA10123456784.",
                "pi is 3.14159265358979323846",
                "EAN 4006381333931",
                "In 2019 2020 2021 2022 it rained.",
                "It took 4111111111111111111111 steps.",
                "commit 3f786850e387550fdab836ed7e6dc881de23001b",
                "550e8400-e29b-41d4-a716-446655440000",
                "sk-learn is a library, and sk-something-with-many-hyphens-here is a class.",
                "The bearer of good news arrived.",
                "https://example.org:8080/a/b?x=1@home",
                "Send it to mila@example.org: she waits.",
                "DE is Germany, GB is Britain, FR76 is a road.",
                "token: 2026-11-20T09:30:00Z"
            })
    void redact_leavesOrdinaryTextAlone(String text) {
        Redacted<String> redacted = Redactor.redact(text);

        assertThat(redacted.kept()).isSameAs(text);
        assertThat(redacted.removed()).isEmpty();
    }

    @Test
    void redact_findsEveryPlantedSecret() {
        List<Planted.Text> planted = new Planted(20261121).texts(20);

        assertThat(planted).hasSize(900);
        assertThat(planted).allSatisfy(each -> {
            Redacted<String> redacted = Redactor.redact(each.text());
            assertThat(redacted.kept())
                    .as(each.family())
                    .doesNotContain(each.secret())
                    .contains("[redacted: ");
            assertThat(redacted.removed()).isNotEmpty();
            assertThat(Redactor.redact(redacted.kept()).kept()).isEqualTo(redacted.kept());
        });
    }

    @Test
    void redact_ofAKeyThatWasCutOff_leavesNothingOfIt() {
        String cut = "see -----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\nBG5vbmUAAAAEbm9uZQ";

        assertThat(Redactor.redact(cut).kept()).isEqualTo("see [redacted: private key]");
    }

    @Test
    void redact_tellsWhatItRemoved() {
        assertThat(Redactor.redact("4111111111111111 and 5555555555554444, password: hunter2")
                        .removed())
                .containsExactly(Secret.CARD, Secret.CARD, Secret.PASSWORD);
        assertThat(Secret.told(List.of(Secret.CARD))).isEqualTo("the card number");
        assertThat(Secret.told(List.of(Secret.PASSWORD, Secret.CARD, Secret.CARD)))
                .isEqualTo("2 card numbers and the password");
        assertThat(Secret.told(List.of(Secret.IBAN, Secret.TOKEN, Secret.CODE)))
                .isEqualTo("the access token, the IBAN and the PIN or code");
        assertThat(Secret.told(List.of())).isEmpty();
    }

    @Property(tries = 50)
    void redact_isIdempotent(@ForAll @NotEmpty List<@NotEmpty String> noise, @ForAll long seed) {
        List<Planted.Text> planted = new Planted(seed).texts(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < noise.size(); i++) {
            text.append(noise.get(i)).append(planted.get(i % planted.size()).text());
        }

        String once = Redactor.redact(text.toString()).kept();

        assertThat(Redactor.redact(once)).isEqualTo(new Redacted<>(once, List.of()));
    }

    @Property(tries = 2000)
    void redact_isIdempotentOnFragmentsOfWhatItLooksFor(@ForAll("fragments") String text) {
        String once = Redactor.redact(text).kept();

        assertThat(Redactor.redact(once)).isEqualTo(new Redacted<>(once, List.of()));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> fragments() {
        return net.jqwik.api.Arbitraries.of(
                        "password",
                        " is ",
                        ": ",
                        "=",
                        "\"",
                        "4111",
                        "1111",
                        " ",
                        "-",
                        "PIN ",
                        "1234",
                        "DE89",
                        "3704 0044 0532 0130 00",
                        "eyJhbGciOiJIUzI1NiJ9",
                        ".",
                        "[redacted: ",
                        "]",
                        "sk-",
                        "abcdefghijklmnopqrst1",
                        "://",
                        "bob:",
                        "@",
                        "密码是",
                        "\n",
                        "token",
                        "-----BEGIN RSA PRIVATE KEY-----",
                        "-----END ",
                        "hunter2",
                        "swordfish",
                        "for the ")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "4 ",
                "41-",
                "eyJ",
                "eyJaaaaaaaa.",
                "sk-",
                "-----BEGIN ",
                "-----BEGIN RSA PRIVATE KEY-----",
                "a://",
                "a",
                "password ",
                "password for ",
                "password: \"",
                "pin",
                "my pin for ",
                "DE89 ",
                "aA1 ",
                "Bearer ",
                "token=",
                "seed phrase: abandon ",
                "abandon ",
                "密码",
                "\\\"",
                "[redacted: ",
                "AKIA",
                "api_key=a1",
                "."
            })
    void redact_takesTimeThatGrowsWithTheTextOnly(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());

        String once = Redactor.redact(text).kept();

        assertThat(once).isNotEmpty();
    }
}
