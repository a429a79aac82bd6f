package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;

/**
 * 评价码 of a visit: by whom it was last made for the firm. What it is stands nowhere.
 *
 * @param by who hands it to the firm
 * @param times how many there were; all but the last one are void
 */
public record RatingCode(String by, LocalDate on, int times) {}
