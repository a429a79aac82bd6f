package cn.doublerandom.registry.application;

/**
 * What became of a batch.
 *
 * @param entries what was told of all that were decided
 */
public record DecidedBatch(int entries, LastAppended last) {}
