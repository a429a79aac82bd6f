package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.people.Duty;
import org.jspecify.annotations.Nullable;

/**
 * An officer as the registry told of him last.
 *
 * @param id number in the register, under which teams list him
 * @param unit absent in rows from before it was kept
 */
public record KnownOfficer(String id, Duty duty, @Nullable String unit) {}
