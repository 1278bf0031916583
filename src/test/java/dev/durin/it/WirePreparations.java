package dev.durin.it;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What must have happened before a recorded case: what the recording did without HTTP, such as letting a token expire,
 * and what happened in cases that were left out of the transcript. By the number of the case.
 */
final class WirePreparations {

    private static final Map<Integer, Consumer<WireStart>> BEFORE = new HashMap<>();

    static {
        authentication();
        lifecycle();
        sessions();
        apiAccess();
        settings();
        lifetimesAndDeletions();
        cachedBackend();
        rates();
    }

    private WirePreparations() {}

    static Consumer<WireStart> before(int number) {
        return BEFORE.getOrDefault(number, start -> {});
    }

    private static void authentication() {
        before(91, start -> start.deactivate("bob"));
        before(92, start -> start.activate("bob"));
        before(94, start -> start.expire("token-3", "web"));
    }

    private static void lifecycle() {
        before(114, start -> start.lifetime("web", Duration.ofHours(1)));
        before(116, start -> start.lifetime("web", Duration.ofDays(1)).expire("token-2", "mobile"));
        before(122, start -> start.login("token-4", "alice", "web")
                .login("token-5", "alice", "mobile")
                .startApiAccess("token-4", "token-6"));
        before(127, start -> start.login("token-7", "alice", "web"));
        // Without its trailing slash the logout before was redirected there, and is carried out here.
        before(128, start -> start.login("token-7", "alice", "web"));
    }

    private static void sessions() {
        before(129, start -> start.login("token-1", "alice", "web")
                .login("token-2", "alice", "mobile")
                .login("token-3", "alice", "api")
                .login("token-4", "bob", "web"));
        before(154, start -> start.logout("token-2")
                .login("token-5", "alice", "mobile")
                .expire("token-5", "mobile"));
        before(156, start -> start.lifetime("web", Duration.ofDays(31))
                .refresh("token-1")
                .pass(Duration.ofDays(30))
                .lifetime("web", Duration.ofDays(1)));
    }

    private static void apiAccess() {
        // Without its trailing slash the POST before was redirected there, and made a key here.
        before(164, start -> start.endApiAccess("token-1")
                .login("token-4", "bob", "web")
                .login("token-6", "bob", "api"));
        before(180, start -> start.endApiAccess("token-1"));
        before(182, start -> start.expire("token-9", "api"));
        // Here the POST before has made a new key, for the expired one was no obstacle.
        before(184, start -> start.endApiAccess("token-1")
                .startApiAccess("token-1", "token-10")
                .expire("token-10", "api"));
    }

    private static void settings() {
        for (int first : new int[] {186, 190, 194, 198}) {
            before(first, start -> start.login("token-1", "alice", "web").login("token-2", "alice", "api"));
        }
        for (int first : new int[] {201, 225, 231, 268, 270, 272, 274, 397, 404}) {
            before(first, start -> start.login("token-1", "alice", "web"));
        }
    }

    private static void lifetimesAndDeletions() {
        before(218, start -> start.at(Instant.now().toString()));
        before(220, start -> start.pass(Duration.ofMillis(2050)));
        before(221, start -> start.login("token-2", "alice", "web")
                .login("token-6", "alice", "mobile")
                .deleteClient("web"));
        before(224, start -> start.deactivate("alice"));
        before(295, start -> start.login("token-1", "alice", "web")
                .expire("token-1", "web")
                .login("token-2", "alice", "mobile")
                .login("token-3", "bob", "web"));
        before(406, start -> start.login("token-1", "alice", "web").expire("token-1", "web"));
    }

    /** The recorded tokens were all used, and so cached, before what happened to them. */
    private static void cachedBackend() {
        before(360, start -> start.login("token-1", "alice", "web").logout("token-1"));
        before(372, start -> start.login("token-1", "alice", "web"));
        for (int logout : new int[] {360, 377}) {
            before(logout + 1, start -> start.login("token-2", "bob", "web").deactivate("bob"));
            before(logout + 2, start -> start.login("token-3", "alice", "mobile")
                    .expire("token-3", "mobile"));
            before(logout + 3, start -> start.login("token-4", "alice", "web"));
            before(logout + 4, start -> start.login("token-6", "alice", "web").logout("token-6"));
        }
        before(367, start -> start.login("token-8", "alice", "web").refresh("token-8"));
        before(368, start -> start.deleteClient("web"));
    }

    private static void rates() {
        before(300, start -> start.at("2027-01-01T00:00:00Z")
                .rate("web", "3/m")
                .login("token-1", "alice", "web")
                .login("token-2", "alice", "mobile")
                .login("token-3", "bob", "web"));
        before(304, start -> start.at("2027-01-01T00:00:02Z"));
        before(
                324,
                start -> start.rate("mobile", "7/m").at("2027-01-01T00:02:00Z").use("token-2", 7));
        before(328, start -> start.client("t-min", "4/min").login("token-8", "alice", "t-min"));
        before(333, start -> start.client("t-sec", "2/s").login("token-9", "alice", "t-sec"));
        String[] moments = {"02:00.5", "02:00.6", "02:00.7", "02:01.25", "02:01.3", "02:01.8"};
        for (int at = 0; at < moments.length; at++) {
            String moment = "2027-01-01T00:" + moments[at] + "Z";
            before(334 + at, start -> start.at(moment));
        }
    }

    private static void before(int number, Consumer<WireStart> preparation) {
        if (BEFORE.put(number, preparation) != null) {
            throw new IllegalStateException("two preparations for case " + number);
        }
    }
}
