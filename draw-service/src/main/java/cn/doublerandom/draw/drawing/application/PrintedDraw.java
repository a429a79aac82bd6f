package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.servicekit.identity.AccountNames;
import java.util.List;

/**
 * What is printed of a draw.
 *
 * @param isVoid whether it was voided since; a paper says so
 * @param issuer name of the bureau
 * @param course all that was recorded of it, oldest first; empty on papers anybody may print, which
 *     tell its four steps and no reason
 * @param names of whoever is on it; of nobody on papers anybody may print
 */
public record PrintedDraw(
    TaskDraws.Executed draw,
    boolean isVoid,
    String issuer,
    List<DrawStory.Happened> course,
    AccountNames.Names names) {
  public PrintedDraw {
    course = List.copyOf(course);
  }

  /** As anybody may print it. */
  public PrintedDraw(TaskDraws.Executed draw, boolean isVoid, String issuer) {
    this(draw, isVoid, issuer, List.of(), AccountNames.Names.NONE);
  }

  /** As the office prints it, to be signed. */
  PrintedDraw ofOffice(List<DrawStory.Happened> newestFirst, AccountNames.Names called) {
    return new PrintedDraw(draw, isVoid, issuer, newestFirst.reversed(), called);
  }
}
