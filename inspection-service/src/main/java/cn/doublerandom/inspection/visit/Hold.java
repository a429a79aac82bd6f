package cn.doublerandom.inspection.visit;

import java.time.LocalDate;

/** 暂缓公示: a result that is not final before another person lifts this, whoever agreed to it. */
public record Hold(String by, String reason, LocalDate on) {}
