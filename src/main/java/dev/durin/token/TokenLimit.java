package dev.durin.token;

/**
 * How many live tokens the caller of a login may have.
 *
 * @param most how many
 * @param ofClient whether those of the login's client alone count, else those of all but the API access client
 */
record TokenLimit(int most, boolean ofClient) {}
