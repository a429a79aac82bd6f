package cn.doublerandom.draw.drawing;

/**
 * A checkpoint that contains the commit, cosigned by somebody outside.
 *
 * @param size entries it seals
 * @param root of them, 64 hex digits
 * @param cosignedAt real time, UTC
 */
public record CommitSeen(long size, String root, String cosignedAt) {}
