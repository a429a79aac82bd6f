package cn.doublerandom.servicekit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This operation agrees to what another person asked for: it names the state that was read, by the
 * {@code ETag} of the answer in {@code If-Match}, and is refused without. It reads {@code
 * Idempotency-Key} too.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Approves {
  /**
   * The address below the service's root where it is read, with the path parameters of this one;
   * its answer has the version of the stream that is decided on as {@code ETag}.
   */
  String read();
}
