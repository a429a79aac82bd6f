package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.TaskDraws;

/**
 * What is printed of a draw.
 *
 * @param isVoid whether it was voided since; a paper says so
 * @param issuer name of the bureau
 */
public record PrintedDraw(TaskDraws.Executed draw, boolean isVoid, String issuer) {}
