package dev.durin.store;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Durin's persistence unit, described in code: a {@code persistence.xml} in the JAR would make an unnamed
 * {@code @PersistenceContext} of the application ambiguous on some servers.
 *
 * @param dataSource the JTA data source
 * @param entityClasses the entities
 */
record DurinPersistenceUnit(DataSource dataSource, List<Class<?>> entityClasses) implements PersistenceUnitInfo {

    @Override
    public String getPersistenceUnitName() {
        return "durin";
    }

    @Override
    public @Nullable String getPersistenceProviderClassName() {
        return null;
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.JTA;
    }

    @Override
    public DataSource getJtaDataSource() {
        return dataSource;
    }

    @Override
    public @Nullable DataSource getNonJtaDataSource() {
        return null;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    /** The JAR itself. EclipseLink fails without a root, although the classes are listed. */
    @Override
    public URL getPersistenceUnitRootUrl() {
        return DurinPersistenceUnit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return entityClasses.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    /** None: a shared cache would go stale with every change by another node or in bulk. */
    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return DurinPersistenceUnit.class.getClassLoader();
    }

    /** Not wanted: the entities have nothing lazy to weave. */
    @Override
    public void addTransformer(ClassTransformer transformer) {}

    @Override
    public ClassLoader getNewTempClassLoader() {
        return new EntityCopyClassLoader(getClassLoader());
    }
}
