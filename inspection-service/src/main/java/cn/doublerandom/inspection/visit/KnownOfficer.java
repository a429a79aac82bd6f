package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.people.Duty;

/**
 * An officer as the registry told of him last.
 *
 * @param id number in the register, under which teams list him
 */
public record KnownOfficer(String id, Duty duty) {}
