package dev.durin.usage;

import java.time.Instant;

/**
 * How many requests a client made in an hour on this node.
 *
 * @param hour when the hour began
 * @param client the name of the client
 * @param requests how many requests with its tokens
 */
public record HourlyRequests(Instant hour, String client, long requests) {}
