package dev.durin.store;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What was found out about the database at start-up.
 *
 * @param database its product and version
 * @param schemaVersion the version of Durin's tables, 0 when they are not there, empty when it cannot be read
 * @param clockDifference how far its clock is ahead of this node's, negative when it is behind
 */
public record StoreDescription(String database, OptionalInt schemaVersion, Duration clockDifference) {}
