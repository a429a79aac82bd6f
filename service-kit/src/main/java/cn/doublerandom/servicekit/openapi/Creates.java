package cn.doublerandom.servicekit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This operation answers 201 where it succeeds. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Creates {
  /** Not where it may be tried first, which answers 200 and creates nothing. */
  boolean always() default true;
}
