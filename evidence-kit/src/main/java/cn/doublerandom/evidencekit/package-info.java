/**
 * How evidence lies outside the databases, for whoever keeps it and whoever audits it: its names,
 * its seal, and the bucket that may hold it (实施方案 三(三): 检查全程留痕; ADR 58, ADR 84).
 */
@NullMarked
package cn.doublerandom.evidencekit;

import org.jspecify.annotations.NullMarked;
