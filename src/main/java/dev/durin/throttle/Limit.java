package dev.durin.throttle;

import dev.durin.rate.Rate;

/**
 * A rate that something has beside what holds for all requests.
 *
 * @param what what it holds for, in at most 300 characters
 * @param rate the rate
 */
public record Limit(String what, Rate rate) {}
