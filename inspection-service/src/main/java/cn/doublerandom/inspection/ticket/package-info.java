/**
 * 督导单 (R57, R59): what a supervisor asks a unit about a signal, what the unit answers, and what
 * another supervisor concludes (ADR 77). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.ticket;

import org.jspecify.annotations.NullMarked;
