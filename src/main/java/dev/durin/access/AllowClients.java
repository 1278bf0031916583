package dev.durin.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Admits only tokens of the named clients:
 *
 * <pre>{@code
 * @GET
 * @AllowClients({"web", "mobile"})
 * public Cart cart() { ... }
 * }</pre>
 *
 * <p>It may stand on a JAX-RS resource, on any other CDI bean, and on single methods of either. The most specific place
 * wins: the method, then its class, then the same of each superclass and interface. Together with
 * {@link DisallowClients}, wherever that stands, both must admit. An empty list admits nobody.
 *
 * <p>Without a token the answer is 401, with a token of another client 403. Outside of any request, or with a caller
 * who came by another way than a Durin token, it refuses.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowClients {

    /**
     * The names of the clients that are admitted, with capitals told apart.
     *
     * @return the names
     */
    @Nonbinding
    String[] value();
}
