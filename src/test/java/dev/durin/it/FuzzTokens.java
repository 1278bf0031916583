package dev.durin.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server has given to the callers of a fuzz run: tokens and ids of sessions, dead ones among them. */
final class FuzzTokens {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"(\\w+)\"");
    private static final Pattern SCOPED = Pattern.compile("\"token\":\"([\\w-]+\\.[\\w-]+\\.[\\w-]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final int KEPT = 8;

    private final Map<String, List<String>> tokens = new ConcurrentHashMap<>();
    private final Map<String, List<String>> scoped = new ConcurrentHashMap<>();
    private final Map<String, List<String>> ids = new ConcurrentHashMap<>();

    /** Keeps what an answer has told, and most of the time drops what a request has ended. */
    void learn(FuzzRequest request, RawAnswer answer) {
        String caller = request.caller;
        if (answer.status() == 204 && request.kind.endsWith("logoutall") && request.index % 4 > 0) {
            tokens.remove(caller);
        }
        learn(caller, answer);
    }

    /** Keeps what an answer to a caller has told. */
    void learn(String caller, RawAnswer answer) {
        keep(caller, TOKEN.matcher(answer.body()), tokens);
        keep(caller, SCOPED.matcher(answer.body()), scoped);
        keep(caller, ID.matcher(answer.body()), ids);
    }

    /** A token that the caller has or had. */
    String token(String caller, SplittableRandom random) {
        return any(tokens.get(caller), random, "0".repeat(64));
    }

    /** A scoped token that the caller has or had. */
    String scoped(String caller, SplittableRandom random) {
        return any(scoped.get(caller), random, "eyJ9.e30." + "A".repeat(43));
    }

    /** An id of a session that the caller has or had. */
    String id(String caller, SplittableRandom random) {
        return any(ids.get(caller), random, "0");
    }

    private static void keep(String caller, Matcher matcher, Map<String, List<String>> kept) {
        while (matcher.find()) {
            String found = matcher.group(1);
            kept.compute(caller, (key, before) -> {
                List<String> after = new ArrayList<>(before == null ? List.of() : before);
                after.remove(found);
                after.add(found);
                return after.subList(Math.max(0, after.size() - KEPT), after.size());
            });
        }
    }

    private static String any(List<String> known, SplittableRandom random, String otherwise) {
        int at = random.nextInt(KEPT);
        return known == null ? otherwise : known.get(known.size() - 1 - at * at / KEPT % known.size());
    }
}
