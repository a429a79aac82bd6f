package cn.doublerandom.registry.application;

/**
 * The last event that was appended for what is of several streams: once a page shows it, it shows
 * all of them, because read models follow in this order.
 */
public record LastAppended(String stream, long version) {}
