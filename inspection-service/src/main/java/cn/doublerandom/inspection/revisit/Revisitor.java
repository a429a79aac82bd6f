package cn.doublerandom.inspection.revisit;

import org.jspecify.annotations.Nullable;

/**
 * An officer who may see a visit again.
 *
 * @param id number in the register
 * @param unit absent where the register told of none
 */
public record Revisitor(String id, @Nullable String unit) {}
