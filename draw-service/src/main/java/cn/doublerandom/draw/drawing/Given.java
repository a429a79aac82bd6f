package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.List;

/** What completes the entropy. */
public sealed interface Given {
  /**
   * @param hex 64 hex digits, committed to before
   */
  record OperatorSecret(String hex) implements Given {}

  /**
   * @param drawnOn day of the issue, as the bulletin says it
   */
  record Bulletin(Entropy.LotteryReveal reveal, LocalDate drawnOn) implements Given {}

  /**
   * @param signatureHolds whether the beacon's signature was checked and holds
   */
  record Beacon(Entropy.DrandReveal reveal, boolean signatureHolds) implements Given {}

  /** The whole entropy, with what witnesses revealed before. */
  default Entropy.Reveal with(List<Entropy.Contribution> contributions) {
    return switch (this) {
      case OperatorSecret(var hex) -> new Entropy.CeremonyReveal(hex, contributions);
      case Bulletin(var reveal, var drawnOn) -> reveal;
      case Beacon(var reveal, var holds) -> reveal;
    };
  }
}
