/**
 * 年度考核 (R48, R60): the year of a unit, scored by a rule pack from rows anybody concerned can look
 * at; the unit is heard, and another supervisor concludes (ADR 82). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.assessment;

import org.jspecify.annotations.NullMarked;
