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
 * @param chance in one sentence, in Chinese, what the chance rests on and on whose honesty; absent
 *     in draws from before that was told
 * @param excludedByHand subjects two people left out, each with its reason; absent where none
 * @param terms in sentences, in Chinese, what whoever froze chose: slots with the number that fits
 *     each, floor, caps, alternates, and who agreed when; absent in draws from before that was told
 * @param termsInEnglish the same sentences in English, in the same order; absent in draws from
 *     before they were told in English
 * @param chanceInEnglish what {@code chance} says, in English; absent there too
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
    @Nullable List<Witness> witnesses,
    @Nullable String chance,
    @Nullable List<Excluded> excludedByHand,
    @Nullable List<String> terms,
    @Nullable List<String> termsInEnglish,
    @Nullable String chanceInEnglish)
    implements IntegrationEvent {
  /**
   * A subject that was left out by hand.
   *
   * @param reason in words, with what shows it
   * @param name in the frozen frame; absent in records from before it was told
   */
  public record Excluded(String subject, String reason, @Nullable String name) {}

  /**
   * A witness of the ceremony.
   *
   * @param by name in the commit
   * @param kind DISCIPLINE_INSPECTION, ENTERPRISE, PUBLIC or OFFICE
   * @param pseudonym of the account that promised, within this draw
   */
  public record Witness(String by, String kind, String pseudonym) {}
}
