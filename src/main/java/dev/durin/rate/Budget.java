package dev.durin.rate;

/**
 * How many requests may be made by somebody, or by somebody to something.
 *
 * @param name what they are counted under, no secret; the same name with another rate is the same budget
 * @param rate how many may pass now
 */
public record Budget(String name, Rate rate) {}
