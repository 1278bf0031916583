package dev.durin.it;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The tokens of drf-tmp-scoped-token's recording, which were made in code, those that were forged, and what happened to the
 * users. By the number of the case before which it happened.
 */
final class WireScopedPreparations {

    private static final String FOO = "GET /api/api/v1/foo";
    private static final ScopedForger FORGER = forger("durin scoped tokens");
    private static final Map<Integer, Consumer<WireStart>> BEFORE = new HashMap<>();

    static {
        tokens();
        forgeries();
        users();
        otherSettings();
    }

    private WireScopedPreparations() {}

    private static ScopedForger forger(String purpose) {
        return new ScopedForger(Deployments.SECRET_KEY, purpose);
    }

    static Consumer<WireStart> before(int number) {
        return BEFORE.getOrDefault(number, start -> {});
    }

    private static void before(int number, Consumer<WireStart> preparation) {
        BEFORE.put(number, preparation);
    }

    private static void tokens() {
        before(36, start -> start.scoped("token-1", "alice", FOO, "recipient my-svc", "expires P1D")
                .scoped("token-2", "alice", "POST /api/api/v1/foo", "expires P1D")
                .scoped("token-3", "alice", "HEAD /api/api/v1/foo", "OPTIONS /api/api/v1/foo", "expires P1D")
                .scoped("token-8", "alice", "GET /api/tést", "expires P1D")
                .scoped("token-9", "alice", "GET /api/t%C3%A9st", "expires P1D")
                .scoped("token-10", "alice", "GET /api/t%c3%a9st", "expires P1D"));
        before(95, start -> start.scoped("token-11", "alice", FOO).pass(Duration.ofSeconds(355)));
        before(144, start -> start.scoped("token-29", "root", FOO));
        before(146, start -> start.scoped("token-27", "alice", "GET /api/api/v1/open"));
        before(149, start -> start.scoped("token-22", "alice", FOO));
    }

    private static void forgeries() {
        before(
                112,
                start -> start.bound("token-106", claims -> new ScopedForger(
                                "YW5vdGhlciBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyE=", "durin scoped tokens")
                        .of(claims)));
        before(
                113,
                start -> start.bound(
                        "token-107", claims -> forger("durin tokens").of(claims)));
        before(114, start -> start.bound("token-108", claims -> withUnusedBits(FORGER.of(claims))));
        before(
                115,
                start -> start.bound(
                        "token-109", claims -> FORGER.of(FORGER.header().replace("}", ",\"zip\":\"DEF\"}"), claims)));
        signed(116, "\"text\"");
        signed(117, "[1]");
        forged(118, "\"sub\":\"alice\",", "");
        forged(119, "\"exp\":\\d+,", "");
        forged(120, ",\"operations\":.*", "}");
        forged(121, "^\\{", "{\"more\":1,");
        forged(122, "\"exp\":(\\d+)", "\"exp\":\"$1\"");
        forged(123, "\"exp\":\\d+", "\"exp\":null");
        forged(124, "\"sub\":\"alice\"", "\"sub\":1");
        forged(125, "\"sub\":\"alice\"", "\"sub\":[\"alice\"]");
        forged(126, "\"sub\":\"alice\"", "\"sub\":null");
        forged(127, "\"sub\":\"alice\"", "\"sub\":true");
        forged(128, "\"operations\":.*", "\"operations\":\"GET /\"}");
        forged(129, "\"GET\"", "\"BREW\"");
    }

    private static void signed(int number, String claims) {
        before(number, start -> start.bound("token-" + (number - 6), good -> FORGER.of(claims)));
    }

    private static void forged(int number, String what, String instead) {
        before(
                number,
                start -> start.bound("token-" + (number - 6), claims -> FORGER.of(claims.replaceFirst(what, instead))));
    }

    /** The last of its characters stands for four bits of the code, and two that nobody looks at. */
    private static String withUnusedBits(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    }

    private static void users() {
        before(130, start -> start.scoped("token-19", "idle", FOO).deactivate("idle"));
        before(131, start -> start.scoped("token-20", "gone", FOO).endAllScoped("gone"));
    }

    /** Each on a server of its own; the last but one has another key. */
    private static void otherSettings() {
        before(150, start -> start.scoped("token-22", "alice", FOO));
        before(154, start -> start.bound("token-22", FORGER::of));
        before(155, start -> start.scoped("token-22", "alice", FOO));
    }
}
