package dev.durin.usage;

import java.time.LocalDate;

/**
 * How often a caller has used a client on one day.
 *
 * @param caller the caller's name
 * @param client the client's name
 * @param day the day in UTC
 * @param count how many requests there were
 */
public record DailyUses(String caller, String client, LocalDate day, long count) {}
