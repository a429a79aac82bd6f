package cn.doublerandom.registry.application;

/**
 * How a table is to be taken.
 *
 * @param dryRun every row is read and judged, nothing stored
 * @param skipBad good rows of a table with faults are taken; otherwise all rows or none
 */
public record ImportWish(boolean dryRun, boolean skipBad) {}
