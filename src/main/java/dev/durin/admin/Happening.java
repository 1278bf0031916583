package dev.durin.admin;

import java.time.Instant;

/**
 * Something that has happened on this node, as operators see it. There is no secret in it.
 *
 * @param sequence its number on this node, from 1 on
 * @param time when it happened
 * @param kind what kind of thing it is
 * @param caller the name of the caller that it is about, or an empty text
 * @param client the name of the client that it is about, or an empty text
 * @param tokenId the id of the token that it is about, or 0
 * @param operator the name of the operator who has done it, or an empty text
 * @param detail what exactly, a sentence
 * @param address where it came from, or an empty text
 */
public record Happening(
        long sequence,
        Instant time,
        EventKind kind,
        String caller,
        String client,
        long tokenId,
        String operator,
        String detail,
        String address) {

    /** Of a kind, not numbered yet. */
    static Happening of(EventKind kind, String detail) {
        return new Happening(0, Instant.EPOCH, kind, "", "", 0, "", detail, "");
    }

    Happening about(String aCaller, String aClient, long aTokenId) {
        return new Happening(sequence, time, kind, aCaller, aClient, aTokenId, operator, detail, address);
    }

    Happening by(String anOperator) {
        return new Happening(sequence, time, kind, caller, client, tokenId, anOperator, detail, address);
    }

    Happening from(String anAddress) {
        return new Happening(sequence, time, kind, caller, client, tokenId, operator, detail, anAddress);
    }

    Happening numbered(long number, Instant now) {
        return new Happening(number, now, kind, caller, client, tokenId, operator, detail, address);
    }
}
