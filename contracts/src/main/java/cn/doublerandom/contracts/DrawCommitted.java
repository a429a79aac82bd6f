package cn.doublerandom.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists and rules of a draw are frozen and their hash is public, before any entropy exists.
 *
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param round counts from 1 without gaps
 * @param commitHash 64 lower-case hex digits (protocol §3)
 * @param frameSize subjects in scope, excluded ones included
 * @param executeBy UTC; a draw neither executed nor voided by then is a violation
 * @param together plan and task numbers of all tasks drawn as one, this one first (综合查一次); absent
 *     where it is drawn alone
 * @param witnesses who promised, each for himself; absent where a public source speaks, and in
 *     draws from before witnesses had accounts
 */
public record DrawCommitted(
    String drawId,
    String planId,
    String taskId,
    int round,
    String commitHash,
    long frameSize,
    String executeBy,
    @Nullable List<String> together,
    @Nullable List<Witness> witnesses)
    implements IntegrationEvent {
  /**
   * A witness of the ceremony.
   *
   * @param by name in the commit
   * @param kind DISCIPLINE_INSPECTION, ENTERPRISE, PUBLIC or OFFICE
   * @param pseudonym of the account that promised, within this draw
   */
  public record Witness(String by, String kind, String pseudonym) {}
}
