package cn.doublerandom.servicekit.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a method that reads a whole file: one at a time for each account and few for all. Others wait
 * their turn, as {@link ImportTurns} has it; beyond that 429 says when to come again.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface InTurn {}
