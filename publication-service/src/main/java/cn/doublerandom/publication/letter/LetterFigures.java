package cn.doublerandom.publication.letter;

/**
 * What became of the letters of a year; received is the sum of the three after it.
 *
 * @param received written in the year
 * @param inTime answered on their last day or before
 * @param late answered afterwards
 * @param waiting not answered
 * @param overdue of those that wait, whose last day has passed
 */
public record LetterFigures(
    int year, long received, long inTime, long late, long waiting, long overdue) {}
