package cn.doublerandom.inspection.visit;

import java.time.LocalDate;

/**
 * 当事人陈述: what the subject says of what was found, as an officer took it down.
 *
 * @param words as they were said; that there is no objection is said in words, too
 * @param by account of who took it down
 */
public record Statement(String words, String by, LocalDate on) {}
