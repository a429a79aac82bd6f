package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import java.time.LocalDate;
import java.util.List;

/**
 * A member of a team who may not serve there any more, because a recusal was declared after the
 * freeze (R65): due until somebody else serves there, or two people decided that the member stays.
 *
 * @param reason code of the recusal
 * @param since day the recusal arrived
 * @param isRequested whether a replacement of this subject's team waits for its approval
 */
public record DueReplacement(
    String drawId,
    String subject,
    String inspector,
    String reason,
    LocalDate since,
    boolean isRequested) {

  /** All that are due in a draw, by subject and inspector. */
  public static List<DueReplacement> of(Executed draw) {
    return draw.roster().due().stream()
        .map(late ->
            new DueReplacement(
                draw.frame().drawId(),
                late.subject(),
                late.inspector(),
                late.reason(),
                late.on(),
                draw.roster().open().containsKey(late.subject())))
        .toList();
  }

  /** Of the draw under way and of all earlier batches that stand. */
  public static List<DueReplacement> of(TaskDraws draws) {
    return draws.standing().stream().flatMap(draw -> of(draw).stream()).toList();
  }
}
