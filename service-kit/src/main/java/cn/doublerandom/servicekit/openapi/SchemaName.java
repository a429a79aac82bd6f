package cn.doublerandom.servicekit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name that a type of ours has in the OpenAPI document, whatever we call it inside. */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(SchemaName.All.class)
public @interface SchemaName {
  /** The type inside. */
  Class<?> of();

  /** The name outside; another than the type's own. */
  String is();

  /** Several of them. */
  @Documented
  @Target(ElementType.PACKAGE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    /** One for each type. */
    SchemaName[] value();
  }
}
