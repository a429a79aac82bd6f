/** 执法检查人员名录库: inspectors, their units, skills, certificates and recusals (二(一)). Pure. */
@NullMarked
package cn.doublerandom.registry.inspector;

import org.jspecify.annotations.NullMarked;
