/**
 * 导入记录: which tables were taken into the registers at the desk, and what came of them (R18). Pure.
 */
@NullMarked
package cn.doublerandom.registry.intake;

import org.jspecify.annotations.NullMarked;
