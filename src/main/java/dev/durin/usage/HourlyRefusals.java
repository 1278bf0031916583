package dev.durin.usage;

import java.time.Instant;

/**
 * How many requests were refused in an hour on this node.
 *
 * @param hour when the hour began
 * @param kind how they were refused
 * @param count how many
 */
public record HourlyRefusals(Instant hour, RefusalKind kind, long count) {}
