package io.personaagent.memory.boundary;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Secrets that nobody has, made by chance from a seed, each with the part that must not be kept. */
final class Planted {

    /** A text with a secret in it. */
    record Text(String family, String text, String secret) {}

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SIGNS = LETTERS + "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> AROUND = List.of(
            "%s",
            "Here it is: %s",
            "please use %s for the deployment, thanks!",
            "(%s)",
            "first line\n%s\nlast line",
            "I noted \"%s\".");

    private final Random random;

    Planted(long seed) {
        this.random = new Random(seed);
    }

    /** So many of each family. */
    List<Text> texts(int each) {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            String frame = AROUND.get(i % AROUND.size());
            shapes().forEach(text -> texts.add(new Text(text.family(), frame.formatted(text.text()), text.secret())));
            texts.addAll(phrases());
        }
        return texts;
    }

    private List<Text> shapes() {
        List<Text> all = new ArrayList<>();
        plain(all, "openai", "sk-" + some(47) + "1");
        plain(all, "openai project", "sk-proj-" + some(60) + "7");
        plain(all, "anthropic", "sk-ant-api03-" + some(80));
        plain(all, "aws", "AKIA" + of(LETTERS + "234567", 16));
        plain(all, "github", "ghp_" + some(36));
        plain(all, "github fine-grained", "github_pat_" + some(22) + "_" + some(59));
        plain(all, "gitlab", "glpat-" + some(20));
        plain(all, "slack", "xoxb-" + of("0123456789", 12) + "-" + some(24));
        plain(all, "google", "AIza" + some(35));
        plain(all, "google oauth", "ya29." + some(60));
        plain(all, "stripe", "sk_live_" + some(24));
        plain(all, "sendgrid", "SG." + some(22) + "." + some(43));
        plain(all, "npm", "npm_" + some(36));
        plain(all, "pypi", "pypi-AgEIcHlwaS5vcmc" + some(60));
        plain(all, "huggingface", "hf_" + some(34));
        plain(all, "telegram", of("123456789", 10) + ":AA" + some(33));
        plain(all, "digitalocean", "dop_v1_" + of("0123456789abcdef", 64));
        plain(all, "shopify", "shpat_" + of("0123456789abcdef", 32));
        plain(all, "vault", "hvs." + some(24));
        plain(all, "databricks", "dapi" + of("0123456789abcdef", 32));
        plain(all, "linear", "lin_api_" + some(40));
        plain(all, "json web token", "eyJ" + some(20) + ".eyJ" + some(40) + "." + some(43));
        plain(all, "card", card("4", 16, ""));
        plain(all, "card with blanks", card("5" + (1 + random.nextInt(5)), 16, " "));
        plain(all, "card with hyphens", card("4", 16, "-"));
        plain(all, "american express", card("37", 15, ""));
        plain(all, "iban", iban());
        String key =
                Base64.getMimeEncoder().encodeToString(some(300).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        all.add(new Text("pem", "-----BEGIN RSA PRIVATE KEY-----\n" + key + "\n-----END RSA PRIVATE KEY-----", key));
        return all;
    }

    private List<Text> phrases() {
        String odd = some(4) + "7!" + some(3);
        String digits = of("0123456789", 4);
        String token = some(30) + "4a5B";
        return List.of(
                new Text("bearer", "curl -H 'Authorization: Bearer " + token + "'", token),
                new Text("basic", "Authorization: Basic " + token, token),
                new Text("connection", "postgres://bob:" + odd + "@db.example.org:5432/x", odd),
                new Text("jdbc", "jdbc:mysql://db/x?user=bob&password=" + odd + "&ssl=true", odd),
                new Text("said", "My password is " + odd + " by the way.", odd),
                new Text("said of what", "the password for the router in the hall is " + odd, odd),
                new Text("short", "pw: " + odd, odd),
                new Text("german", "Mein Passwort lautet " + odd, odd),
                new Text("french", "mon mot de passe est " + odd + ".", odd),
                new Text("spanish", "mi contraseña es " + odd, odd),
                new Text("chinese", "我的密码是" + odd + "。", odd),
                new Text("pin", "My PIN is " + digits + ", please.", digits),
                new Text("pin of what", "the pin for my debit card is " + digits, digits),
                new Text("alarm", "The alarm code is " + digits + ".", digits),
                new Text("called key", "api_key = \"" + token + "\"", token),
                new Text("json", "{\"password\":\"" + odd + "\",\"user\":\"bob\"}", odd),
                new Text("environment", "export DB_PASSWORD=" + odd, odd));
    }

    private static void plain(List<Text> all, String family, String secret) {
        all.add(new Text(family, secret, secret));
    }

    private String some(int length) {
        return of(SIGNS, length);
    }

    private String of(String signs, int length) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < length; i++) {
            made.append(signs.charAt(random.nextInt(signs.length())));
        }
        return made.toString();
    }

    private String card(String prefix, int length, String between) {
        String body = prefix + of("0123456789", length - prefix.length() - 1);
        int check = 0;
        while (!luhn(body + check)) {
            check++;
        }
        return (body + check).replaceAll("(.{4})(?=.)", "$1" + between);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /** A German one. */
    private String iban() {
        String account = of("0123456789", 18);
        int rest = new java.math.BigInteger(account + "131400")
                .mod(java.math.BigInteger.valueOf(97))
                .intValue();
        return "DE%02d%s".formatted(98 - rest, account).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
