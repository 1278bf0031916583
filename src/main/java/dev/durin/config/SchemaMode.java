package dev.durin.config;

/** What happens to Durin's tables at start-up. */
public enum SchemaMode {
    /** Missing scripts are run, then the tables are checked. */
    APPLY,
    /** The tables are checked; missing or changed ones stop the deployment. */
    VALIDATE,
    /** Nothing is looked at. */
    NONE
}
