package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * A sealed draw was made: how many of which class, and a hash that binds the result. Who was drawn
 * stays inside until {@link DrawOpened}.
 *
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param round counts from 1 without gaps
 * @param commitHash 64 lower-case hex digits
 * @param sealedHash 64 lower-case hex digits (protocol §8)
 * @param frameSize subjects in scope
 * @param allocation numbers by class; empty where only teams were drawn
 * @param openBy UTC; a draw not opened by then is a violation
 * @param executedOn day of the draw, Asia/Shanghai
 */
public record DrawSealed(
    String drawId,
    String planId,
    String taskId,
    int round,
    String commitHash,
    String sealedHash,
    long frameSize,
    List<Allocated> allocation,
    String openBy,
    LocalDate executedOn)
    implements IntegrationEvent {

  /**
   * One class.
   *
   * @param inScope its subjects in the frame
   * @param eligible those that may be drawn
   * @param expected exact rational n/d
   * @param drawn how many were
   */
  public record Allocated(
      String stratum, long inScope, long eligible, String expected, long drawn) {}
}
