package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Entropy;

/** The numbers of a lottery as somebody entered them. */
public record Observation(Entropy.LotteryReveal reveal, String by) {}
