package cn.doublerandom.servicekit.waiting;

/**
 * One figure of the year (本年一览), as the page it leads to says it too.
 *
 * @param kind code word
 * @param label what is counted
 * @param number as it is written, with its unit where it has one
 * @param of what it is a part of, or what it is held against
 * @param look ok, warn, bad or quiet
 * @param at address of the page whose rows it counts
 */
public record Figure(
    String kind, Sentence label, String number, Sentence of, String look, String at) {}
