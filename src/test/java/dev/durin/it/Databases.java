package dev.durin.it;

/** The database of this run of the tests. */
final class Databases {

    private static final TestDatabase CURRENT =
            System.getProperty("durin.it.database", "h2").equals("postgresql")
                    ? new PostgresDatabase()
                    : new H2Database("durin");

    private Databases() {}

    static TestDatabase current() {
        return CURRENT;
    }
}
