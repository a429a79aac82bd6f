package cn.doublerandom.eventstore;

/**
 * What makes a repeated request the same request.
 *
 * @param key the client's Idempotency-Key, scoped by account and target
 * @param requestHash hash of the request, so that another request under the same key is refused
 */
public record CommandKey(String key, String requestHash) {}
