package dev.durin.it.app;

import dev.durin.access.IgnoresToken;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Says what the application runs on, as properties. */
@Path("platform")
@RequestScoped
@IgnoresToken
public class PlatformResource {

    @Inject
    ServletContext context;

    @Resource(lookup = "java:app/jdbc/host")
    DataSource dataSource;

    @GET
    @Produces("text/plain;charset=UTF-8")
    public String platform() throws SQLException, ReflectiveOperationException {
        return """
                java.home=%s
                servlet=%d.%d
                persistence=%s
                database=%s
                """.formatted(
                        System.getProperty("java.home"),
                        context.getMajorVersion(),
                        context.getMinorVersion(),
                        persistence(PersistenceProviderResolverHolder.getPersistenceProviderResolver()
                                .getPersistenceProviders()
                                .get(0)),
                        database());
    }

    /** There is no portable way to learn its version. */
    private static String persistence(PersistenceProvider provider) throws ReflectiveOperationException {
        boolean hibernate = provider.getClass().getName().startsWith("org.hibernate.");
        Class<?> version = Class.forName(
                hibernate ? "org.hibernate.Version" : "org.eclipse.persistence.Version",
                false,
                provider.getClass().getClassLoader());
        return (hibernate ? "Hibernate " : "EclipseLink ")
                + version.getMethod(hibernate ? "getVersionString" : "getVersion")
                        .invoke(null);
    }

    private String database() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData metaData = connection.getMetaData();
            return metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion();
        }
    }
}
