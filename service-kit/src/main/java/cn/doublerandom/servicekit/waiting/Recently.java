package cn.doublerandom.servicekit.waiting;

import java.time.LocalDate;
import java.util.List;

/**
 * What was done last (最近办理).
 *
 * @param told of what he asked for, what was not agreed to or came back; newest first
 * @param own what he did himself; newest first
 * @param all what the bureau did; newest first; empty for whoever only sees his own
 */
public record Recently(List<Line> told, List<Line> own, List<Line> all) {
  public Recently {
    told = List.copyOf(told);
    own = List.copyOf(own);
    all = List.copyOf(all);
  }

  /**
   * One thing that was done.
   *
   * @param by account
   * @param why the reason where one was given; empty where not
   * @param at address of its page; empty where he may open none
   */
  public record Line(
      String chinese, String english, String by, LocalDate on, String why, String at) {}
}
