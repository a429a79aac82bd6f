package cn.doublerandom.publication.application;

import org.jspecify.annotations.Nullable;

/**
 * What stands on the topic of notices under one key.
 *
 * @param key {@code bureau/result id}
 * @param hash SHA-256 of the value, 64 lowercase hex digits; absent where the key was taken off
 */
public record ToldNotice(String key, @Nullable String hash) {}
