package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is inspected and by whom; everything in it follows from the bundle of the same draw.
 *
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param round counts from 1 without gaps
 * @param commitHash 64 lower-case hex digits
 * @param resultHash 64 lower-case hex digits (protocol §8)
 * @param frameSize subjects in scope
 * @param teams one per drawn subject; empty where the teams are infeasible
 * @param selected all drawn subjects, ascending
 * @param items the frozen inspection items
 * @param checkFrom first day of the visits
 * @param checkTo last day of the visits
 * @param executedOn day of the draw, Asia/Shanghai
 * @param programme of the batch, whose check dates bind the visits; absent in records from before
 *     it was told
 * @param chance what the chance rests on, with the numbers people entered; absent in records from
 *     before it was told
 * @param names of the drawn subjects in the frozen frame; absent in records from before they were
 *     told
 * @param teamsOf id of the infeasible draw whose teams this round drew again; absent in every other
 *     draw, and in records from before it was told
 * @param chanceInEnglish what {@code chance} says, in English; absent in records from before it was
 *     told in English
 */
public record DrawExecuted(
    String drawId,
    String planId,
    String taskId,
    int round,
    String commitHash,
    String resultHash,
    long frameSize,
    List<String> selected,
    List<Team> teams,
    List<Item> items,
    LocalDate checkFrom,
    LocalDate checkTo,
    LocalDate executedOn,
    @Nullable Programme programme,
    @Nullable String chance,
    @Nullable List<Named> names,
    @Nullable String teamsOf,
    @Nullable String chanceInEnglish)
    implements IntegrationEvent {

  /**
   * A subject under the name it had when the lists were frozen.
   *
   * @param name as the register had it; of a person its code
   */
  public record Named(String subject, String name) {}

  /**
   * Who inspects one subject.
   *
   * @param subject id of the drawn subject
   * @param inspectors ids, ascending, at least two
   * @param items codes of the items inspected there; absent where it is all items of the draw
   * @param units of the members, as frozen; absent in records from before they were told
   * @param recused members who were recused after the freeze and have to be replaced; absent where
   *     nobody was
   */
  public record Team(
      String subject,
      List<String> inspectors,
      @Nullable List<String> items,
      @Nullable List<String> units,
      @Nullable List<Recused> recused) {}

  /**
   * A member who was recused after the freeze.
   *
   * @param reason code of the recusal
   * @param from first day of it
   */
  public record Recused(String inspector, String reason, LocalDate from) {}

  /**
   * The published programme of the batch (每期抽查实施方案).
   *
   * @param documentNumber 文号
   * @param title its heading
   * @param checkFrom first day on which a visit may begin
   * @param checkTo last such day
   */
  public record Programme(
      String documentNumber, String title, LocalDate checkFrom, LocalDate checkTo) {}

  /**
   * One frozen item.
   *
   * @param code number in the provincial catalogue
   * @param name 抽查事项名称
   */
  public record Item(String code, String name) {}
}
