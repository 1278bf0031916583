package dev.durin.config;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The beans of the application that is being served, for classes that the container makes and does not inject.
 *
 * <p>By name, because {@link CDI#current()} goes by the name of the calling class: of two applications in one archive that
 * both have Durin, one would be given the beans of the other.
 */
public final class Beans {

    private static final String NAME = "java:comp/BeanManager";

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
    @SuppressWarnings("BanJNDI") // a name that nobody but Durin sets
    public static BeanManager manager() {
        try {
            return InitialContext.doLookup(NAME);
        } catch (NamingException e) {
            return CDI.current().getBeanManager();
        }
    }
}
