package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sealed draw was opened: from now on it says what {@link DrawExecuted} says of an open one.
 *
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param round counts from 1 without gaps
 * @param commitHash 64 lower-case hex digits
 * @param resultHash 64 lower-case hex digits (protocol §8)
 * @param salt 64 lower-case hex digits; with resultHash it gives the sealed hash
 * @param frameSize subjects in scope
 * @param selected all drawn subjects, ascending
 * @param teams one per drawn subject; empty where the teams are infeasible
 * @param items the frozen inspection items
 * @param checkFrom first day of the visits
 * @param checkTo last day of the visits
 * @param openedOn Asia/Shanghai
 * @param programme of the batch, whose check dates bind the visits; absent in records from before
 *     it was told
 * @param chance as of {@link DrawExecuted}
 * @param names of the drawn subjects in the frozen frame; absent in records from before they were
 *     told
 * @param teamsOf id of the infeasible draw whose teams this round drew again; absent in every other
 *     draw, and in records from before it was told
 * @param chanceInEnglish as of {@link DrawExecuted}
 */
public record DrawOpened(
    String drawId,
    String planId,
    String taskId,
    int round,
    String commitHash,
    String resultHash,
    String salt,
    long frameSize,
    List<String> selected,
    List<DrawExecuted.Team> teams,
    List<DrawExecuted.Item> items,
    LocalDate checkFrom,
    LocalDate checkTo,
    LocalDate openedOn,
    DrawExecuted.@Nullable Programme programme,
    @Nullable String chance,
    @Nullable List<DrawExecuted.Named> names,
    @Nullable String teamsOf,
    @Nullable String chanceInEnglish)
    implements IntegrationEvent {}
