package cn.doublerandom.draw;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of the draw-service's streams. */
public final class DrawStreams {
  public static final StreamKind PLAN = new StreamKind("plan");
  public static final StreamKind TASK = new StreamKind("task");
  public static final StreamKind PROGRAMME = new StreamKind("programme");

  /** Of the last days of a plan; not below {@link #PLAN}, whose streams are plans. */
  public static final StreamKind DEADLINE = new StreamKind("deadline");

  public static final StreamKind EXCLUSIONS = new StreamKind("exclusions");

  public static final String SEALING_KEY = "sealing-key";
  public static final String SUPERVISOR_KEYS = "supervisor-keys";
  public static final StreamKind KNOWN_SUBJECT = new StreamKind("known-subject");
  public static final StreamKind KNOWN_INSPECTOR = new StreamKind("known-inspector");
  public static final StreamKind KNOWN_ITEM = new StreamKind("known-item");

  /** All of which there are many. */
  public static final List<StreamKind> KINDS =
      List.of(
          PLAN, TASK, PROGRAMME, DEADLINE, EXCLUSIONS, KNOWN_SUBJECT, KNOWN_INSPECTOR, KNOWN_ITEM);

  /** Of each of which a bureau has one. */
  public static final List<String> SINGLES = List.of(SEALING_KEY, SUPERVISOR_KEYS);

  private static final int YEAR = 4;

  private static final Pattern ROUND = Pattern.compile("[1-9][0-9]{0,5}");

  private DrawStreams() {}

  /**
   * Region and year of the plan a number belongs to: numbers begin with the year.
   *
   * @param number of a plan or a task, for example {@code 2023001-001}
   */
  public static String planKey(String region, String number) {
    return region + "-" + (number.length() < YEAR ? number : number.substring(0, YEAR));
  }

  /**
   * The stream of all draws of a task.
   *
   * @param region GB/T 2260, for example 130534
   * @param task plan and task number, for example {@code 2023001-001}
   */
  public static String task(String region, String task) {
    return TASK.of(region + "-" + task);
  }

  /**
   * The programme of one batch; the first has the task's own name.
   *
   * @param batch from 1
   */
  public static String programme(String region, String task, int batch) {
    return PROGRAMME.of(region + "-" + task + (batch == 1 ? "" : "-" + batch));
  }

  /** The exclusions by hand of one round of a task. */
  public static String exclusions(String region, String task, int round) {
    return EXCLUSIONS.of(region + "-" + task + "-" + round);
  }

  /** The plan a draw is of: region and year, which its id begins with. */
  public static String planOfDraw(String drawId) {
    int region = drawId.indexOf('-');
    return PLAN.of(
        region < 0 ? drawId : planKey(drawId.substring(0, region), drawId.substring(region + 1)));
  }

  /** The round a draw is of, from 1; empty where the id of none ends thus. */
  public static Optional<Integer> round(String drawId) {
    String round = drawId.substring(drawId.lastIndexOf('-') + 1);
    return ROUND.matcher(round).matches() ? Optional.of(Integer.valueOf(round)) : Optional.empty();
  }

  /** The stream a draw belongs to: its id without the round. */
  public static String taskOfDraw(String drawId) {
    int lastHyphen = drawId.lastIndexOf('-');
    return TASK.of(lastHyphen < 0 ? drawId : drawId.substring(0, lastHyphen));
  }
}
