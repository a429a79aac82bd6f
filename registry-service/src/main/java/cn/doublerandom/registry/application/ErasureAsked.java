package cn.doublerandom.registry.application;

/**
 * An erasure somebody asked for.
 *
 * @param by account that asked last
 * @param isApproved whether another has agreed
 */
public record ErasureAsked(String reason, String by, boolean isApproved) {}
