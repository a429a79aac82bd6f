package cn.doublerandom.servicekit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this operation answers to anybody is made of the read models alone: its {@code ETag} is
 * their version, and who says by {@code If-None-Match} that he has it is answered 304 before
 * anything is read.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revalidated {
  /** Whether the operation itself makes the tag, of what it answers and the read models are not. */
  boolean byItself() default false;
}
