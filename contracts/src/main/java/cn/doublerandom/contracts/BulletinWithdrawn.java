package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * A bulletin (通报) that was public ({@link BulletinPublished}) holds no more: two people said so
 * (ADR 88). Whoever copied it shows that it is withdrawn, and why.
 *
 * @param bulletinId bureau, year and issue
 * @param issue counts from 1 in a year
 * @param withdrawnOn Asia/Shanghai
 */
public record BulletinWithdrawn(
    String bulletinId, int year, int issue, String reason, LocalDate withdrawnOn)
    implements IntegrationEvent {}
