package dev.durin.mail;

import java.time.Instant;

/**
 * A mail as it is handed in.
 *
 * @param id what tells it from every other mail, the same at each attempt
 * @param address where it goes
 * @param subject one line
 * @param body plain text, which may hold a secret link
 * @param date when it is sent
 */
record Letter(String id, String address, String subject, String body, Instant date) {
    @Override
    public String toString() {
        return "Letter[…]";
    }
}
