/**
 * 通报 (R48): what a year shows of the units a bulletin names, each number with its rows; the units
 * are heard, and another supervisor lets it circulate in the bureau or drops it (ADR 88). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.bulletin;

import org.jspecify.annotations.NullMarked;
