package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import java.util.List;
import java.util.Optional;

/**
 * How many of which class are drawn (差异化抽查), as the commit will say it.
 *
 * @param strata classes with their exact rates, in the order of the plan
 * @param floor the legal least of the whole frame, if one is set for this draw
 */
public record Rates(List<Commit.Stratum> strata, Optional<Commit.Floor> floor) {
  /** The class of everybody where the plan makes no difference. */
  public static final String ALL = "ALL";

  public Rates {
    strata = List.copyOf(strata);
  }

  /** One rate for all. */
  public static Rates ofAll(int num, int den) {
    return new Rates(List.of(new Commit.Stratum(ALL, num, den)), Optional.empty());
  }
}
