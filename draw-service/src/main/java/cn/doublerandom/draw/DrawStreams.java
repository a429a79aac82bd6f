package cn.doublerandom.draw;

import cn.doublerandom.bureau.key.BureauKey;
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
   * Bureau and year of the plan a number belongs to: numbers begin with the year.
   *
   * @param number of a plan or a task, for example {@code 2023001-001}
   */
  public static String planKey(BureauKey bureau, String number) {
    return planKey(bureau.text(), number);
  }

  /** The same of a key as it stands in an id. */
  public static String planKey(String bureau, String number) {
    return bureau + "-" + (number.length() < YEAR ? number : number.substring(0, YEAR));
  }

  /**
   * The stream of all draws of a task.
   *
   * @param bureau key of the bureau, for example 130534
   * @param task plan and task number, for example {@code 2023001-001}
   */
  public static String task(String bureau, String task) {
    return TASK.of(bureau + "-" + task);
  }

  /**
   * The programme of one batch; the first has the task's own name.
   *
   * @param batch from 1
   */
  public static String programme(String bureau, String task, int batch) {
    return PROGRAMME.of(bureau + "-" + task + (batch == 1 ? "" : "-" + batch));
  }

  /** The exclusions by hand of one round of a task. */
  public static String exclusions(String bureau, String task, int round) {
    return EXCLUSIONS.of(bureau + "-" + task + "-" + round);
  }

  /** The plan a draw is of: bureau and year, which its id begins with. */
  public static String planOfDraw(String drawId) {
    int bureau = drawId.indexOf('-');
    return PLAN.of(
        bureau < 0 ? drawId : planKey(drawId.substring(0, bureau), drawId.substring(bureau + 1)));
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
