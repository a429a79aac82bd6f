package cn.doublerandom.publication.notice;

import java.time.LocalDate;

/**
 * 通报的撤销 as it is looked for: whose decision it waits for is anybody's but the asker's.
 *
 * @param heading of the bulletin
 * @param waits whether it was not decided yet
 */
public record AskedWithdrawal(
    String bulletinId, String heading, String by, LocalDate on, boolean waits) {}
