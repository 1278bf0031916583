package dev.durin.usage;

import java.time.LocalDate;

/**
 * How often a client was used on a day, by all callers.
 *
 * @param client the client's name
 * @param day the day in UTC
 * @param count how often
 */
public record ClientUses(String client, LocalDate day, long count) {}
