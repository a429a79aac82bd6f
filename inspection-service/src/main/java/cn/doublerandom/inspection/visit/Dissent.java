package cn.doublerandom.inspection.visit;

import java.time.LocalDate;

/**
 * 不同意结论: one of the team who has not signed does not agree with what another concluded. The items
 * are answered anew until he signs, or the record says that he did not.
 *
 * @param by number under which the team lists him
 */
public record Dissent(String by, String reason, LocalDate on) {}
