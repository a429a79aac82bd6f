package cn.doublerandom.draw.plan;

import java.util.Optional;

/**
 * What was seen of a task's draws.
 *
 * @param current id of the draw it has, or that is under way; a draw that was voided is none
 * @param rounds how many were begun by then, voided ones too
 */
public record SeenDraws(Optional<String> current, int rounds) {
  static final SeenDraws NONE = new SeenDraws(Optional.empty(), 0);
}
