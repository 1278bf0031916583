package dev.durin.usage;

/**
 * How often a caller has used a client on several days together.
 *
 * @param caller the caller's name
 * @param client the client's name
 * @param count how many requests there were
 */
public record TotalUses(String caller, String client, long count) {}
