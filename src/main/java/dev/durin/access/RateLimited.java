package dev.durin.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often each caller may call a JAX-RS resource with the tokens of a client:
 *
 * <pre>{@code
 * @POST
 * @RateLimited("10/m")
 * public Report report() { ... }
 * }</pre>
 *
 * <p>Beside the rate that holds for all requests of the caller and client: a request passes if both let it, and is counted
 * in both or in none. On a class all its resource methods have one budget together, on a method that method has its own.
 * The most specific place wins: the method, then its class, then the same of each superclass and interface.
 *
 * <p>Requests without a token are counted by their address; where they could come, {@code durin.trusted-proxies} must be
 * set. What is no rate, and a place where nothing would be counted, stops the deployment.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RateLimited {

    /**
     * The rate, such as {@code 10/m}: a whole number, a slash and {@code s}, {@code m}, {@code h} or {@code d}.
     *
     * @return the rate
     */
    String value();
}
