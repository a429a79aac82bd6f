package cn.doublerandom.servicekit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This operation agrees to a batch, which its own name names: a name is given once, to what one
 * table asked for, and what waits of it is only ever decided or taken back, never changed. It reads
 * {@code Idempotency-Key} only.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApprovesBatch {}
