package cn.doublerandom.contracts;

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
 */
public record DrawCommitted(
    String drawId,
    String planId,
    String taskId,
    int round,
    String commitHash,
    long frameSize,
    String executeBy)
    implements IntegrationEvent {}
