package cn.doublerandom.registry.application;

/** What the other side holds of an entry. */
public record ToldHash(String id, String hash) {}
