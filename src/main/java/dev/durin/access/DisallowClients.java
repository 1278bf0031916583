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
 * Admits tokens of every client but the named ones:
 *
 * <pre>{@code
 * @DELETE
 * @DisallowClients("cli")
 * public void deleteAccount() { ... }
 * }</pre>
 *
 * <p>It may stand where {@link AllowClients} may, with the same rules. An empty list admits every token. Without a token
 * the answer is 401, with a token of a named client 403; outside of any request, or with a caller who came by another
 * way than a Durin token, it refuses.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface DisallowClients {

    /**
     * The names of the clients that are refused, with capitals told apart.
     *
     * @return the names
     */
    @Nonbinding
    String[] value();
}
