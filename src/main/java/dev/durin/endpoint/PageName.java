package dev.durin.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of a list by name goes on: a name in other characters than its own, for a name may have any. */
final class PageName {

    private PageName() {}

    /** What a page answers as next. */
    static String next(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    /** The name behind which the page begins that a query asks for; empty for the first page, or when it is wrong. */
    static String after(AdminQuery query) {
        return query.text("after").map(text -> after(query, text)).orElse("");
    }

    private static String after(AdminQuery query, String text) {
        String after = decoded(text);
        if (after.isEmpty() || after.indexOf('\0') >= 0) {
            query.fault("after", "Must be what a page of this list has said as next.");
        }
        return after;
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
