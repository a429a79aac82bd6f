/**
 * 人员调离移交: what an officer who leaves his unit has open is handed over, by two people (三(三)
 * 执法人员动态调整); who comes in for him on a visit the draw says (ADR 95).
 */
@NullMarked
package cn.doublerandom.inspection.departure;

import org.jspecify.annotations.NullMarked;
