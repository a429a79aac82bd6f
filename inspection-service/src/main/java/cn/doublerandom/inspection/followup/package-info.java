/**
 * 后续处置 (R10, R41–R44): what follows a finding, until it is closed: orders to correct with their
 * re-check, notifications and transfers with their receipt (ADR 62). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.followup;

import org.jspecify.annotations.NullMarked;
