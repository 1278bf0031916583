package dev.durin.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Admits every good token, of whatever client:
 *
 * <pre>{@code
 * @Path("orders")
 * @Authenticated
 * public class Orders { ... }
 * }</pre>
 *
 * <p>It may stand where {@link AllowClients} may. Without a token the answer is 401. Outside of any request, or with a
 * caller who came by another way than a Durin token, it refuses.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Authenticated {}
