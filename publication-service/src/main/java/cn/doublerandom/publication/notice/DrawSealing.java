package cn.doublerandom.publication.notice;

/**
 * What is public of a sealed draw.
 *
 * @param hash 64 hex digits; binds the result
 * @param drawn how many were
 * @param openBy UTC; not opened by then is a violation
 */
public record DrawSealing(String hash, long drawn, String openBy) {}
