package dev.durin.it;

/**
 * A data source of a test application, known to it by the same name on every server.
 *
 * @param name its name
 * @param url the database
 */
record TestDataSource(String name, String url) {

    static final int POOL_SIZE = 40;

    String jndiName() {
        return "java:app/jdbc/" + name;
    }

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** As {@code web.xml} has it, with properties that a server knows. */
    String definition(String properties) {
        return """
                <data-source>
                  <name>%s</name>
                  <class-name>%s</class-name>
                  <url>%s</url>
                  <user>%s</user>
                  <password>%s</password>
                  %s
                  <max-pool-size>%d</max-pool-size>
                </data-source>
                """.formatted(
                        jndiName(),
                        isPostgres() ? "org.postgresql.ds.PGSimpleDataSource" : "org.h2.jdbcx.JdbcDataSource",
                        url,
                        TestDatabase.USER,
                        TestDatabase.PASSWORD,
                        properties,
                        POOL_SIZE);
    }

    /** As {@code web.xml} has it, for one that is defined elsewhere. */
    String reference(String definedAs) {
        return """
                <resource-ref>
                  <res-ref-name>%s</res-ref-name>
                  <res-type>javax.sql.DataSource</res-type>
                  <lookup-name>%s</lookup-name>
                </resource-ref>
                """.formatted(jndiName(), definedAs);
    }
}
