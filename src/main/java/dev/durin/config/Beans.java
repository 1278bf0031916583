package dev.durin.config;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The beans of the application, for classes that the container makes and does not inject. Thread-safe.
 *
 * <p>By name, because {@link CDI#current()} goes by the name of the calling class: of two applications in one archive that
 * both have Durin, one would be given the beans of the other. Looked up once: each application has a copy of this class.
 */
public final class Beans {

    private static final String NAME = "java:comp/BeanManager";

    private static volatile @Nullable BeanManager known;

    private Beans() {}

    /**
     * The beans to select from.
     *
     * @return the beans
     * @throws IllegalStateException when there is no CDI
     */
    public static Instance<Object> current() {
        return manager().createInstance();
    }

    /**
     * What knows the beans.
     *
     * @return the bean manager
     * @throws IllegalStateException when there is no CDI
     */
    public static BeanManager manager() {
        BeanManager manager = known;
        if (manager == null) {
            manager = lookUp();
            known = manager;
        }
        return manager;
    }

    @SuppressWarnings("BanJNDI") // a name that nobody but Durin sets
    private static BeanManager lookUp() {
        try {
            return InitialContext.doLookup(NAME);
        } catch (NamingException e) {
            return CDI.current().getBeanManager();
        }
    }
}
