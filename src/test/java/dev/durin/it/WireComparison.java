package dev.durin.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds an answer against the recorded one, and tells the parts in which it differs. */
final class WireComparison {

    private final WireNames names;
    private final Set<String> differences = new TreeSet<>();

    private WireComparison(WireNames names) {
        this.names = names;
    }

    /**
     * What differs: {@code status} alone, or headers, members of the body, {@code entries} of a list, {@code events}, the
     * {@code row}. Of requests that were sent at once it is how often there was which status.
     */
    static Set<String> differences(WireCase recorded, List<WireAnswer> answers, WireNames names) {
        return recorded.times() == 1
                ? differences(recorded, answers.get(0), names)
                : differencesAtOnce(recorded, answers);
    }

    private static Set<String> differencesAtOnce(WireCase recorded, List<WireAnswer> answers) {
        List<Integer> expected = recorded.response().getJsonArray("results").getValuesAs(JsonArray.class).stream()
                .map(result -> recorded.recording().status(result.getInt(0)))
                .sorted()
                .toList();
        return answers.stream().map(WireAnswer::status).sorted().toList().equals(expected)
                ? Set.of()
                : Set.of("status");
    }

    private static Set<String> differences(WireCase recorded, WireAnswer answer, WireNames names) {
        if (recorded.recording().status(recorded.response().getInt("status")) != answer.status()) {
            return Set.of("status");
        }
        WireComparison comparison = new WireComparison(names);
        comparison.compareEvents(recorded, answer);
        comparison.compareRow(recorded, answer);
        comparison.compareHeaders(recorded, answer);
        // An answer to HEAD has no body, although the recorded server sent one.
        if (!recorded.method().equals("HEAD")) {
            comparison.compareBody(recorded.response().get("body"), answer);
        }
        return comparison.differences;
    }

    /** Events that no signal stands for are more than there was. */
    private void compareEvents(WireCase recorded, WireAnswer answer) {
        Map<String, String> events = recorded.recording().events();
        List<String> expected = recorded.signals().stream().map(events::get).toList();
        note(
                "events",
                expected.equals(
                        answer.events().stream().filter(events::containsValue).toList()));
    }

    /** A token's row is written as {@code id|token|name|agent|address|more}; what was sent by itself is no agent here. */
    private void compareRow(WireCase recorded, WireAnswer answer) {
        for (String stored : recorded.stored()) {
            String[] parts = stored.split("\\|", -1);
            if (parts.length == 6) {
                boolean agent = recorded.request().getJsonObject("headers").containsKey("User-Agent");
                List<String> row = answer.row();
                note("row", row.equals(List.of(parts[2], agent ? parts[3] : row.get(1), parts[4])));
            }
        }
    }

    /** Django writes Allow on every answer; it means something where a method was refused or asked for. */
    private void compareHeaders(WireCase recorded, WireAnswer answer) {
        JsonObject headers = recorded.response().getJsonObject("headers");
        boolean aboutMethods =
                answer.status() == 405 || (recorded.method().equals("OPTIONS") && answer.status() == 200);
        if (aboutMethods && !set(headers.getString("Allow")).equals(set(answer.header("Allow")))) {
            differences.add("Allow");
        }
        if (headers.containsKey("Retry-After")) {
            note("Retry-After", headers.getString("Retry-After").equals(answer.header("Retry-After")));
        }
        if (headers.containsKey("Location")) {
            String location = answer.header("Location").replaceFirst("^http://localhost:\\d+(?=/)", "");
            note("Location", headers.getString("Location").equals(location));
        }
        String challenge = headers.getString("WWW-Authenticate", "");
        if (!(answer.header("WWW-Authenticate") + " ").startsWith(challenge + " ") && !challenge.isEmpty()) {
            differences.add("WWW-Authenticate");
        }
    }

    private static Set<String> set(String list) {
        return new TreeSet<>(Set.of(list.split(", *", -1)));
    }

    private void compareBody(JsonValue recorded, WireAnswer answer) {
        if (recorded instanceof JsonString text && text.getString().isEmpty()) {
            note("body", answer.body().isEmpty());
        } else if (recorded instanceof JsonString text && text.getString().endsWith(" html>")) {
            return; // a page of the recorded server's; the status is all that can be compared
        } else {
            try {
                compareJson(recorded, answer.json());
            } catch (JsonException e) {
                note("body", false);
            }
        }
    }

    private void compareJson(JsonValue recorded, JsonValue actual) {
        if (recorded instanceof JsonObject object) {
            compareMembers(object, actual);
        } else if (recorded instanceof JsonArray array && array.get(0) instanceof JsonString text) {
            // A bare list with one sentence is the fourth shape of durin's errors; here it is the detail.
            note("detail", actual instanceof JsonObject object && text.equals(object.get("detail")));
        } else if (recorded instanceof JsonString) {
            note("body", recorded.equals(actual));
        } else {
            compareEntries(recorded.asJsonArray(), actual);
        }
    }

    private void compareEntries(JsonArray recorded, JsonValue actual) {
        if (actual instanceof JsonArray entries && entries.size() == recorded.size()) {
            for (int at = 0; at < recorded.size(); at++) {
                compareMembers(recorded.getJsonObject(at), entries.get(at));
            }
        } else {
            differences.add("entries");
        }
    }

    /** There may be more members than were recorded. */
    private void compareMembers(JsonObject recorded, JsonValue actual) {
        if (actual instanceof JsonObject object) {
            recorded.forEach((name, value) -> note(name, isEqual(value, object.get(name))));
        } else {
            differences.add("body");
        }
    }

    private boolean isEqual(JsonValue recorded, JsonValue actual) {
        if (actual != null && recorded instanceof JsonString text && WireNames.isPlaceholder(text.getString())) {
            return names.matches(text.getString(), actual);
        }
        return recorded.equals(actual);
    }

    private void note(String part, boolean equal) {
        if (!equal) {
            differences.add(part);
        }
    }
}
